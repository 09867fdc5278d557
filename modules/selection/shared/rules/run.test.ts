import { describe, expect, it } from 'vitest'
import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { campaignOf, many, nominationOf, unitOf } from './cases/sample.ts'
import {
  bindingFaults,
  bindingSchema,
  bindingsSchema,
  bindRules,
  blocking,
  type Facts,
  type RuleBinding,
  runRules,
  unspoken,
} from './index.ts'

const facts: Facts = {
  clock: { now: '2021-12-28T10:00:00+08:00', today: '2021-12-28', calendar: baseCalendar },
  deadlines: {},
  departments: {},
  materialNames: {},
  settings: {},
}
const binding = (over: Partial<RuleBinding> = {}): RuleBinding =>
  bindingSchema.parse({
    id: 'X-01',
    rule: 'answerNotIn',
    with: { field: 'rank', values: ['副县级'] },
    severity: 'reason',
    clause: '第一条',
    at: ['edit', 'submit'],
    message: '{姓名}为{值}。',
    ...over,
  })
const high = nominationOf({ answers: { rank: '副县级' } })
const run = (rule: RuleBinding, given: Partial<Facts>, when: Partial<Parameters<typeof runRules>[2]> = {}) =>
  runRules(bindRules([rule], {}), { ...facts, ...given }, { checkpoint: 'submit', where: 'server', ...when })

describe('running rules', () => {
  it('looks at a rule only at its checkpoints', () => {
    expect(run(binding(), { nomination: high }, { checkpoint: 'decide' })).toEqual([])
    expect(run(binding(), { nomination: high })).toHaveLength(1)
  })

  it('keeps a rule to the stages it names, and runs it where the stage is not known', () => {
    const rule = binding({ stage: ['unit-decision'] })
    expect(run(rule, { nomination: high }, { stage: 'decide' })).toEqual([])
    expect(run(rule, { nomination: high }, { stage: 'unit-decision' })).toHaveLength(1)
    expect(run(rule, { nomination: high })).toHaveLength(1)
  })

  it('leaves to the server what the page may not know', () => {
    const rule = binding({ rule: 'nominatedOnce', with: {}, message: '{姓名}已列入“{奖项}”。' })
    const sameIdentity = [{ nomination: 'n2', category: 'a', categoryName: '甲等', unitName: '别的单位' }]
    const nomination = nominationOf({ sameIdentity })
    expect(run(rule, { nomination }, { where: 'page' })).toEqual([])
    expect(run(rule, { nomination }).map(({ message }) => message)).toEqual(['张某已列入“甲等”。'])
  })

  it('goes over every nomination of the unit, or of the list, when none is given', () => {
    const list = [high, nominationOf({ id: 'n2', answers: { rank: '其他' } }), { ...high, id: 'n3' }]
    const ids = (given: Partial<Facts>) => run(binding(), given).map(({ nomination }) => nomination)
    expect(ids({ unit: unitOf({ nominations: list }) })).toEqual(['n1', 'n3'])
    expect(ids({ campaign: campaignOf({ list }) })).toEqual(['n1', 'n3'])
    expect(ids({})).toEqual([])
  })

  it('goes over every unit of the campaign when none is given', () => {
    const rule = binding({ rule: 'somethingNominated', with: {}, severity: 'warning', message: '{单位}未推荐。' })
    const units = [unitOf({}), unitOf({ nominations: many(1) })]
    expect(run(rule, { campaign: campaignOf({ units }) }).map(({ unit }) => unit)).toEqual(['u1'])
  })

  it('shows a rule only the category it is about, even over a unit', () => {
    const rule = binding({
      rule: 'rankIsPermutation',
      with: {},
      category: ['top'],
      severity: 'block',
      message: '{n}名排序有误。',
    })
    const nominations = [nominationOf({ category: 'top', rank: 1 }), nominationOf({ category: 'fine', rank: 1 })]
    expect(run(rule, { unit: unitOf({ nominations }) })).toEqual([])
  })

  it('does not fall back on the unit when the nomination given is of another category', () => {
    const rule = binding({ category: ['top'] })
    const unit = unitOf({ nominations: [nominationOf({ category: 'top', answers: { rank: '副县级' } })] })
    expect(run(rule, { nomination: high, unit })).toEqual([])
  })

  it('leaves out the brackets of a telephone that nobody has filled in', () => {
    const plan = { settings: [{ key: 'contact-phone' }] }
    const rule = binding({ message: '请联系主办单位（{contact-phone}）。' })
    const [found] = runRules(
      bindRules([rule], plan),
      { ...facts, nomination: high },
      { checkpoint: 'edit', where: 'page' },
    )
    expect(found!.message).toBe('请联系主办单位。')
  })
})

describe('a finding that asks for a reason', () => {
  const reasons = (confirmedBy?: string) => [
    { rule: 'X-01', text: '事迹特别突出。', ...(confirmedBy && { confirmedBy }) },
  ]

  it('stops the act until the reason is written', () => {
    expect(blocking(run(binding(), { nomination: high }))).toHaveLength(1)
    expect(blocking(run(binding(), { nomination: { ...high, reasons: [{ rule: 'X-01', text: ' ' }] } }))).toHaveLength(
      1,
    )
    expect(
      blocking(run(binding(), { nomination: { ...high, reasons: [{ rule: 'X-02', text: '别的' }] } })),
    ).toHaveLength(1)
    const [settled] = run(binding(), { nomination: { ...high, reasons: reasons() } })
    expect(settled).toMatchObject({ reasonGiven: '事迹特别突出。', settled: true })
    expect(blocking([settled!])).toEqual([])
  })

  it('waits for the principal where the plan says so', () => {
    const rule = binding({ principalConfirms: true })
    expect(blocking(run(rule, { nomination: { ...high, reasons: reasons() } }))).toHaveLength(1)
    expect(blocking(run(rule, { nomination: { ...high, reasons: reasons('主要负责人') } }))).toEqual([])
  })

  it('does not lift a block', () => {
    const rule = binding({ severity: 'block' })
    expect(blocking(run(rule, { nomination: { ...high, reasons: reasons() } }))).toHaveLength(1)
  })

  it('is looked for on the nomination that a unit’s rule points at', () => {
    const rule = binding({
      rule: 'secretaryFollows',
      with: { organisations: 'org', secretary: 'leader', unless: 'barred' },
      message: '“{党组织}”书记未列入。',
    })
    const nominations = [nominationOf({ id: 'o1', category: 'org', name: '某支部', reasons: reasons() })]
    expect(blocking(run(rule, { unit: unitOf({ nominations }) }))).toEqual([])
  })

  it('neither warnings nor manual checks stop anything', () => {
    const found = [
      ...run(binding({ severity: 'warning' }), { nomination: high }),
      ...run(binding({ severity: 'manual' }), { nomination: high }),
    ]
    expect(found).toHaveLength(2)
    expect(blocking(found)).toEqual([])
  })
})

describe('a plan’s bindings', () => {
  const messages = (over: Partial<RuleBinding>, plan: unknown = {}) =>
    bindingFaults([binding(over)], plan).map(({ path, message }) => [path.join('.'), message])

  it('are found wrong where the function, a parameter, a pointer or a variable does not exist', () => {
    expect(messages({})).toEqual([])
    expect(messages({ rule: 'toString' })[0]![0]).toBe('0.rule')
    expect(messages({ with: { field: 'rank' } })[0]![0]).toBe('0.with.values')
    expect(messages({ with: { field: 'rank', values: { plan: 'lists.none' } } })).toEqual([
      ['0.with', '方案中没有“lists.none”，请核对引用'],
    ])
    expect(messages({ message: '{姓名}为{职务}。' })).toEqual([
      ['0.message', '提示语中的{职务}不是这条规则提供的变量，可用的有：值、单位、类别、名称、姓名'],
    ])
  })

  it('are found wrong where they name a stage, a seal or a field that the plan does not have', () => {
    const plan = {
      stages: [{ key: 'decide' }],
      seals: [{ key: 'cover' }],
      forms: { person: { sections: [{ fields: [{ key: 'rank' }] }] } },
      categories: [{ key: 'member', tags: [{ key: 'origin' }] }],
    }
    const seals = { rule: 'sealsPresent', message: '缺“{栏目}”。' }
    expect(messages({ stage: ['decide'] }, plan)).toEqual([])
    expect(messages({ stage: ['decided'] }, plan)).toEqual([['0.stage', '方案中没有代号为“decided”的内容']])
    expect(messages({ ...seals, with: { seals: ['cover'] } }, plan)).toEqual([])
    expect(messages({ ...seals, with: { seals: ['cover', 'covr'] } }, plan)).toEqual([
      ['0.with.seals', '方案中没有代号为“covr”的内容'],
    ])
    expect(messages({ with: { field: 'origin', values: ['副县级'] } }, plan)).toEqual([])
    expect(messages({ with: { field: 'ranks', values: ['副县级'] } }, plan)).toEqual([
      ['0.with.field', '方案中没有代号为“ranks”的内容'],
    ])
  })

  it('cannot be run while they are wrong', () => {
    expect(() => bindRules([binding({ rule: 'none' })], {})).toThrow('X-01：没有名为“none”的规则函数')
  })

  it('have ids of their own, so that a reason belongs to one rule', () => {
    expect(bindingsSchema.safeParse([binding(), binding()]).error?.issues).toMatchObject([
      { path: [1, 'id'], message: '规则编号 X-01 重复' },
    ])
    expect(bindingSchema.safeParse({ ...binding(), id: '第1条' }).success).toBe(false)
  })

  it('may point at a list entry by key or by place, and at a field of a form', () => {
    const plan = {
      stages: [{ key: 'vet', by: [{ sectors: ['副县级'] }] }],
      forms: { person: { sections: [{ fields: [{ key: 'rank', options: ['副县级'] }] }] } },
    }
    expect(messages({ with: { field: 'rank', values: { plan: 'stages.vet.by.0.sectors' } } }, plan)).toEqual([])
    expect(messages({ with: { field: 'rank', values: { plan: 'forms.person.fields.rank.options' } } }, plan)).toEqual(
      [],
    )
    expect(messages({ with: { field: 'rank', values: { plan: 'stages.vet.by.0.sectors.x' } } }, plan)).toHaveLength(1)
    expect(messages({ with: { field: 'rank', values: { plan: 'forms.constructor' } } }, plan)).toHaveLength(1)
  })
})

describe('what the form found', () => {
  it('is shown once, by the rule where a rule speaks of the same answer', () => {
    const formFindings = [
      { path: 'rank', code: 'choice.unknown', severity: 'block' as const, message: '没有这一职级。' },
      { path: 'phone', code: 'phone.format', severity: 'block' as const, message: '不是电话号码。' },
    ]
    expect(unspoken(formFindings, run(binding(), { nomination: high }))).toEqual([formFindings[1]])
  })
})
