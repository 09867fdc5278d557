import { describe, expect, it } from 'vitest'
import { type Answers, FormDefinition } from '#kernel/forms/shared/index.ts'
import { docxOf, p } from '../testing/docx.ts'
import { readForm } from './read-form.ts'

const form = FormDefinition.parse({
  key: 'sample/person',
  title: ['示例市先进个人', '推 荐 表'],
  subject: { kind: 'person', name: 'name' },
  cover: {
    title: ['示例市先进个人推荐表'],
    entries: [
      { label: '候选人姓名', field: 'name' },
      { label: '推荐单位（盖章）', field: 'recommender' },
      { label: '填报日期', field: 'fillDate' },
    ],
  },
  sections: [
    {
      title: '全部',
      fields: [
        { kind: 'name', key: 'name', label: '姓名' },
        { kind: 'gender', key: 'gender', label: '性别' },
        { kind: 'photo', key: 'photo', label: '照片', minWidth: 1, minHeight: 1 },
        { kind: 'idNumber', key: 'idNumber', label: '身份证号码', birth: 'birthDate' },
        { kind: 'date', key: 'birthDate', label: '出生年月', printAs: 'month' },
        { kind: 'phone', key: 'phone', label: '联系电话' },
        { kind: 'choice', key: 'type', label: '类别', options: ['企业', '民营企业', '其他'], boxes: true },
        {
          kind: 'group',
          key: 'contact',
          label: '单位联系方式',
          fields: [
            { kind: 'name', key: 'name', label: '联系人' },
            { kind: 'phone', key: 'phone', label: '联系电话' },
          ],
        },
        { kind: 'resume', key: 'resume', label: '个人简历' },
        { kind: 'awards', key: 'awards', label: '获奖情况', required: false },
        { kind: 'longText', key: 'deeds', label: '主要事迹' },
        { kind: 'opinion', key: 'opinion', label: '单位意见' },
        { kind: 'organisation', key: 'recommender', label: '推荐单位' },
        { kind: 'date', key: 'fillDate', label: '填报日期' },
      ],
    },
  ],
  grid: {
    columns: [30, 40, 30, 40, 16],
    rows: [
      {
        cells: [
          { label: '姓    名' },
          { field: 'name' },
          { label: '性    别' },
          { field: 'gender' },
          { field: 'photo', placeholder: '照片', rowspan: 3 },
        ],
      },
      { cells: [{ label: '身份证号码' }, { field: 'idNumber' }, { label: '出生\n年月' }, { field: 'birthDate' }] },
      { cells: [{ label: '联系电话' }, { field: 'phone' }, { label: '类    别' }, { field: 'type' }] },
      {
        cells: [
          { label: '单位\n联系方式' },
          { label: '联 系 人' },
          { field: 'contact.name' },
          { label: '联系电话' },
          { field: 'contact.phone' },
        ],
      },
      {
        cells: [
          { label: '个人简历', vertical: true },
          { field: 'resume', colspan: 4 },
        ],
      },
      {
        cells: [
          { label: '获奖情况', vertical: true },
          { field: 'awards', colspan: 4 },
        ],
      },
      { cells: [{ label: '主要事迹（300字以内）' }, { field: 'deeds', colspan: 4 }] },
      { cells: [{ label: '单位\n意见' }, { seal: 'opinion', colspan: 4 }] },
    ],
  },
})

type Cell = string | { text: string; span?: number; raw?: boolean }
const cell = (given: Cell) => {
  const { text, span = 1, raw = false } = typeof given === 'string' ? { text: given } : given
  const inside = raw
    ? text
    : text
        .split('\n')
        .map(line => p(line))
        .join('')
  return `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${inside}</w:tc>`
}
const table = (...rows: Cell[][]) =>
  `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

const read = async (...body: string[]) => {
  const reading = await readForm({ name: '表.docx', content: docxOf(body.join('')) }, [form])
  if (!reading) throw new Error('not recognised')
  const cellAt = (path: string) => reading.cells.find(one => one.path === path)
  return { ...reading, cellAt }
}
const title = p('示例市先进个人推荐表')

/** The form as someone typed it anew: rows moved, words changed a little, answers in other spellings. */
const retyped = () =>
  read(
    title,
    p('候选人姓名：张 三　　推荐单位(盖章): 示例市财政局'),
    p('填报日期： 二〇二一年十二月三日'),
    table(
      ['联系电话：', '１３８００１３８０００', '姓名', '张  三'],
      ['身份证号', '１１０１０５１９４９１２３１００２ｘ', '出生年月', '1949年12月'],
      ['性别', '男□ 女☑', '类别', '□企业 ☑民营企业 □其他'],
      ['单位联系方式', '联系人', '李四', '联系电话', '63939386'],
      ['获奖情况', { text: '2021年7月 示范岗（示例市总工会）', span: 4 }],
    ),
    p(''),
    table(
      ['主要事迹', '  第一段。\n  第二段。'],
      ['个人简历', '2008.7-2012.6 示例市财政局 科员\n2012年6月至今，示例市财政局，主任'],
      ['单位意见', '同意推荐。\n王五（公章）\n2021.12.4'],
    ),
  )

describe('a form that was typed anew', () => {
  it('is read by its labels: moved rows, two tables, full-width digits, boxes before or after, dates in any spelling', async () => {
    const { answers } = await retyped()
    const expected: Answers = {
      name: '张三',
      gender: '女',
      idNumber: '11010519491231002X',
      birthDate: '1949-12-31',
      phone: '13800138000',
      type: '民营企业',
      contact: { name: '李四', phone: '63939386' },
      resume: [
        { start: '2008.07', end: '2012.06', unit: '示例市财政局', post: '科员' },
        { start: '2012.06', end: '至今', unit: '示例市财政局', post: '主任' },
      ],
      awards: [{ date: '2021.07', name: '示范岗', grantor: '示例市总工会', level: '市级' }],
      deeds: '第一段。\n第二段。',
      opinion: { opinion: '同意推荐。', signer: '王五', title: '', unit: '', date: '2021-12-04', evidence: null },
      recommender: '示例市财政局',
      fillDate: '2021-12-03',
    }
    expect(answers).toEqual(expected)
  })

  it('says of each cell how sure it is, why, and which words it was read from', async () => {
    const { cellAt } = await retyped()
    expect(cellAt('gender')).toEqual({
      path: 'gender',
      label: '性别',
      value: '女',
      source: '男□ 女☑',
      confidence: 1,
      note: '',
    })
    expect(cellAt('birthDate')).toMatchObject({ value: '1949.12', note: '表中只到月份，日期取自身份证号。' })
    expect(cellAt('awards')).toMatchObject({ confidence: 0.9, note: '级别按授予单位推断为市级，请核对。' })
  })
})

describe('a cell that cannot be read', () => {
  const small = (...rows: Cell[][]) =>
    read(title, table(['身份证号码', '', '出生年月', ''], ['主要事迹', '甲', '获奖情况', ''], ...rows))

  it('is named, with what is missing; the others are read', async () => {
    const { cellAt } = await small(['姓名', '张三'], ['性别', '男'])
    expect(cellAt('name')).toMatchObject({ value: '张三', confidence: 1 })
    expect(cellAt('phone')).toMatchObject({ value: '', confidence: 0, note: '没有找到“联系电话”一栏。' })
    expect(cellAt('idNumber')).toMatchObject({ value: '', note: '栏内没有填写。' })
  })

  it('is doubted when what stands there is no such thing, in the words of the form’s own check', async () => {
    const { cellAt } = await small(['姓名', '张三'], ['性别', '不详'], ['联系电话', '没有'], ['类别', '企业☑ 其他☑'])
    expect(cellAt('gender')).toMatchObject({ confidence: 0.5, note: '性别应为“男”或“女”。' })
    expect(cellAt('phone')).toMatchObject({ source: '没有', confidence: 0.5 })
    expect(cellAt('type')).toMatchObject({ value: '', confidence: 0.2, note: '勾选了2项（企业、其他），只能选一项。' })
  })

  it('is doubted when cover and table differ', async () => {
    const { cellAt } = await read(
      title,
      p('候选人姓名：李四'),
      table(['姓名', '张三', '性别', '男'], ['主要事迹', '甲'], ['身份证号码', ''], ['获奖情况', ''], ['类别', '']),
    )
    expect(cellAt('name')).toMatchObject({ value: '张三', confidence: 0.6, note: '封面填的是“李四”。' })
  })
})

describe('a table that was changed', () => {
  const rest: Cell[][] = [
    ['身份证号码', ''],
    ['联系电话', ''],
    ['类别', '其他'],
  ]

  it('is read with labels above their answers, and with label and answer in one cell', async () => {
    const { answers } = await read(
      title,
      table(
        [
          { text: '姓名：张三', span: 2 },
          { text: '性别：男', span: 2 },
        ],
        ...rest,
        [{ text: '主要事迹（300字以内）', span: 4 }],
        [{ text: '做了实事。', span: 4 }],
        [{ text: '获奖情况：\n2020年，被示例市委授予“先进个人”称号', span: 4 }],
      ),
    )
    expect(answers).toMatchObject({
      name: '张三',
      gender: '男',
      deeds: '做了实事。',
      awards: [{ date: '2020', name: '先进个人', grantor: '示例市委', level: '市级' }],
    })
  })

  it('is read with a résumé set as a table of its own', async () => {
    const inner = table(
      ['起止时间', '单位', '职务'],
      ['2008.07-2012.06', '示例市第一中学', '教师'],
      ['2012.06至今', '示例市教育局', '科长'],
    )
    const { answers } = await read(
      title,
      table(
        ['姓名', '张三', '性别', '男'],
        ...rest,
        ['个人简历', { text: `${inner}${p('')}`, raw: true, span: 3 }],
        ['主要事迹', '甲'],
      ),
    )
    expect(answers.resume).toEqual([
      { start: '2008.07', end: '2012.06', unit: '示例市第一中学', post: '教师' },
      { start: '2012.06', end: '至今', unit: '示例市教育局', post: '科长' },
    ])
  })
})

describe('a stack of forms in one file', () => {
  it('is read up to the end of the first, and counted', async () => {
    const one = (name: string) =>
      table(
        ['姓名', name, '性别', '男'],
        ['身份证号码', '', '出生年月', ''],
        ['联系电话', '', '类别', '其他'],
        ['个人简历', ''],
        ['获奖情况', ''],
        ['主要事迹', name],
        ['单位意见', ''],
      )
    const { answers, copies, article } = await read(title, one('张三'), p(''), title, one('李四'))
    expect([answers.name, answers.deeds, copies, article]).toEqual(['张三', '张三', 2, undefined])
  })
})

describe('a paper that is none of the forms', () => {
  it('is not taken for one', async () => {
    const content = docxOf(p('关于做好推荐工作的通知') + p('各单位：') + table(['序号', '姓名'], ['1', '张三']))
    expect(await readForm({ name: '通知.docx', content }, [form])).toBeUndefined()
  })
})

describe('an article behind the form', () => {
  const centred = '<w:jc w:val="center"/>'
  const body = '他每天清晨六点就到社区，挨家挨户了解情况，三年来走访居民3600多户。'.repeat(4)

  it('is read as title, subtitle, headings and paragraphs', async () => {
    const { article } = await read(
      title,
      table(['姓名', '张三', '性别', '男'], ['身份证号码', ''], ['联系电话', ''], ['主要事迹', '甲'], ['获奖情况', '']),
      p('情系群众', centred) + p('办好实事', centred) + p('——张三同志典型事迹材料', centred),
      p('一、走进千家万户') + p(body) + p('（一）修好一盏灯') + p('甲'),
    )
    expect(article).toEqual({
      title: '情系群众办好实事',
      subtitle: '张三同志典型事迹材料',
      paragraphs: [
        { level: 1, text: '一、走进千家万户' },
        { level: 0, text: body },
        { level: 2, text: '（一）修好一盏灯' },
        { level: 0, text: '甲' },
      ],
    })
  })
})
