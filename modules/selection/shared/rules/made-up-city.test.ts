import { describe, expect, it } from 'vitest'
import { frameOf, many, nominationOf, noticeOf, shippedPlan, text, unitOf } from './cases/sample.ts'
import { bindingsSchema, bindRules, type Facts, type NominationFacts, runRules } from './index.ts'

/** 示例市’s plan, as far as rules point at it: other limits, other classes, other words. */
const plan = {
  settings: [{ key: 'hotline' }],
  materials: [{ key: 'story', text: { max: 50 } }],
  stages: [{ key: 'notice', minWorkdays: 7 }],
  structure: [{ key: 'frontline', atLeast: 50 }],
}

const bindings = bindingsSchema.parse([
  {
    id: 'SL-01',
    rule: 'quotaPerUnitClass',
    severity: 'block',
    clause: '第三条',
    at: ['submit'],
    unitClass: ['street'],
    message: '{单位}最多推荐{上限}名“{类别}”，现为{n}名，请拨打{hotline}。',
  },
  {
    id: 'SL-02',
    rule: 'countAtMost',
    with: { of: { material: 'story' }, limit: { plan: 'materials.story.text.max' } },
    severity: 'reason',
    clause: '第四条',
    at: ['submit'],
    message: '{姓名}的事迹{n}字，多出{k}字。',
  },
  {
    id: 'SL-03',
    rule: 'publicityLasted',
    with: { workdays: { plan: 'stages.notice.minWorkdays' }, countPublishDay: true },
    severity: 'warning',
    clause: '第五条',
    at: ['submit'],
    message: '公示满{n}个工作日，应为{要求}个。',
  },
  {
    id: 'SL-04',
    rule: 'shareAtLeast',
    with: { field: 'post', values: ['一线'], percent: { plan: 'structure.frontline.atLeast' } },
    severity: 'block',
    clause: '第六条',
    at: ['submit'],
    category: ['neighbour'],
    message: '一线人员{k}名，至少还需{m}名。',
  },
  {
    id: 'SL-05',
    rule: 'genderMatchesId',
    severity: 'warning',
    clause: '第七条',
    at: ['submit'],
    message: '{提示}。',
  },
])

const street = { id: 'u7', name: '示例街道', class: 'street' }
const neighbour = (over: Partial<NominationFacts>): NominationFacts =>
  nominationOf({ unit: street, category: 'neighbour', categoryName: '好邻居', ...over })
const notice = noticeOf({ names: ['a', 'b', 'c'], publishedOn: '2021-12-20' })
const facts: Facts = {
  ...frameOf(shippedPlan('luoyang-2021'), '2021-12-28'),
  settings: { hotline: '12345' },
  unit: unitOf({
    unit: street,
    quotas: [{ category: 'neighbour', categoryName: '好邻居', min: 0, max: 2, countsAuto: true }],
    nominations: [
      neighbour({ id: 'a', name: '甲', answers: { post: '一线' }, articles: { story: text('字'.repeat(51)) } }),
      neighbour({ id: 'b', name: '乙', answers: { post: '机关' }, origin: 'auto' }),
      neighbour({ id: 'c', name: '丙', answers: {} }),
    ].map(nomination => ({ ...nomination, notices: [notice] })),
  }),
}

describe('a made-up city with its own limits', () => {
  it('is checked by the same functions', () => {
    const found = runRules(bindRules(bindings, plan), facts, { checkpoint: 'submit', where: 'server' })
    expect(found.map(({ rule, severity, clause, message }) => [rule, severity, clause, message])).toEqual([
      ['SL-01', 'block', '第三条', '示例街道最多推荐2名“好邻居”，现为3名，请拨打12345。'],
      ['SL-02', 'reason', '第四条', '甲的事迹51字，多出1字。'],
      ['SL-03', 'warning', '第五条', '公示满6个工作日，应为7个。'],
      ['SL-03', 'warning', '第五条', '公示满6个工作日，应为7个。'],
      ['SL-03', 'warning', '第五条', '公示满6个工作日，应为7个。'],
      ['SL-04', 'block', '第六条', '一线人员1名，至少还需1名。'],
    ])
  })

  it('keeps quiet about units of another class', () => {
    const other = { ...facts, unit: { ...facts.unit!, unit: { ...street, class: 'village' } } }
    const [quota] = bindRules(bindings, plan)
    expect(runRules([quota!], other, { checkpoint: 'submit', where: 'server' })).toEqual([])
  })

  it('tells when a nominee’s gender is not that of the identity number', () => {
    const message = '性别“男”与身份证号（女）不一致，请核对。'
    const formFindings = [{ path: 'idNumber', code: 'idNumber.gender', severity: 'block' as const, message }]
    const nomination = neighbour({ answers: { gender: '男' }, formFindings })
    const found = runRules(
      bindRules(bindings.slice(4), plan),
      { ...facts, nomination },
      { checkpoint: 'submit', where: 'page' },
    )
    expect(found).toEqual([
      {
        rule: 'SL-05',
        fn: 'genderMatchesId',
        severity: 'warning',
        scope: 'nomination',
        message,
        clause: '第七条',
        path: 'answers.idNumber',
        nomination: 'n1',
        unit: 'u7',
        facts: { 提示: '性别“男”与身份证号（女）不一致，请核对' },
        settled: false,
      },
    ])
  })

  it('may limit a share of the whole list from above', () => {
    const [capped] = bindingsSchema.parse([
      {
        id: 'SL-06',
        rule: 'listShareAtMost',
        with: { field: 'post', values: ['机关'], percent: 20 },
        severity: 'reason',
        clause: '第六条',
        at: ['decide'],
        message: '机关人员占{p}%，超过{q}%。',
      },
    ])
    const campaign = (officials: number) => ({
      ...facts,
      campaign: {
        list: many(10, n => ({ answers: { post: n < officials ? '机关' : '一线' } })),
        units: [],
        targets: [],
        experts: [],
        notices: [],
        reasons: [],
      },
    })
    const messages = (officials: number) =>
      runRules(bindRules([capped!], plan), campaign(officials), { checkpoint: 'decide', where: 'server' }).map(
        ({ message }) => message,
      )
    expect(messages(2)).toEqual([])
    expect(messages(3)).toEqual(['机关人员占30%，超过20%。'])
  })
})
