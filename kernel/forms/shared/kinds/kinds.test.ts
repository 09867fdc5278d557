import { describe, expect, it } from 'vitest'
import { Field } from '../definition/field.ts'
import { type FieldContext, isUnstorable } from '../definition/finding.ts'
import { kindOf } from './index.ts'

const context: FieldContext = { mode: 'submit', today: '2021-12-29', answers: {} }

/** Field of a kind with what the schema adds. */
const field = (kind: string, rest: object = {}) => Field.parse({ kind, key: 'it', label: '栏目', ...rest })

/** The tidied answer and the codes found in it. */
const check = (one: Field, raw: unknown, around: Partial<FieldContext> = {}) => {
  const kind = kindOf(one)
  const answer = kind.normalise(raw, one)
  return [answer, kind.validate(answer, one, { ...context, ...around }).map(({ code }) => code)]
}

describe('one-line kinds', () => {
  it.each([
    ['name', ' 张　三 ', '张三', []],
    ['name', '阿卜杜拉•买买提', '阿卜杜拉·买买提', []],
    ['name', '𠮷𠮷', '𠮷𠮷', []],
    ['name', '张\ue123', '张\ue123', ['name.privateUse']],
    ['name', '张3', '张3', ['name.format']],
    ['name', '张\u202e三\u0000', '张三', []],
    ['gender', '女性', '女', []],
    ['gender', '无', '无', ['gender.unknown']],
    ['ethnicGroup', '汉', '汉族', []],
    ['ethnicGroup', '华族', '华族', ['ethnicGroup.unknown']],
    ['politicalStatus', '党员', '中共党员', []],
    ['politicalStatus', '党员干部', '党员干部', ['politicalStatus.unknown']],
    ['phone', '１３８ 1234 5678', '13812345678', []],
    ['phone', '（0371）65901234', '0371-65901234', []],
    ['phone', '3568173、63930000', '3568173、63930000', []],
    ['phone', '12345678901', '12345678901', ['phone.format']],
    ['postcode', '４７１000', '471000', []],
    ['postcode', '47100', '47100', ['postcode.format']],
    ['email', 'a＠example.cn', 'a@example.cn', []],
    ['email', 'a@example', 'a@example', ['email.format']],
    ['month', '1985年7月', '1985.07', []],
    ['month', '1985.13', '1985.13', ['month.format']],
    ['month', '2022.01', '2022.01', ['month.future']],
    ['date', '2021年7月1日', '2021-07-01', []],
    ['date', '20210701', '2021-07-01', []],
    ['date', '    年  月  日', '', ['date.format']],
    ['date', '2021-02-29', '2021-02-29', ['date.format']],
    ['date', '2021-07', '2021-07', ['date.format']],
    ['uscc', '91350100m000100y43', '91350100M000100Y43', []],
    ['uscc', '91350100M000100Y44', '91350100M000100Y44', ['uscc.check']],
    ['uscc', '91350100I000100Y43', '91350100I000100Y43', ['uscc.format']],
    ['organisation', '洛阳市示例区民政局', '洛阳市示例区民政局', []],
    ['organisation', '民政局', '民政局', ['organisation.short']],
    ['nativePlace', '河南省 洛阳市', '河南省洛阳市', []],
    ['nativePlace', '河南省新安县', '河南省新安县', []],
    ['nativePlace', '重庆市', '重庆市', []],
    ['nativePlace', '广西壮族自治区南宁市', '广西壮族自治区南宁市', []],
    ['nativePlace', '河南省孟津县', '河南省孟津县', ['nativePlace.unknown']],
    ['nativePlace', '河南省', '河南省', ['nativePlace.format']],
    ['nativePlace', '洛阳', '洛阳', ['nativePlace.format']],
    ['text', 'x'.repeat(1_000_001), 'x'.repeat(1_000_001), ['text.oversize']],
    ['longText', '字'.repeat(20_001), '字'.repeat(20_001), ['text.ceiling']],
  ])('%s %j', (kind, raw, answer, codes) => {
    expect(check(field(kind), raw)).toEqual([answer, codes])
  })

  it('suggests the full form of a shortened native place', () => {
    const one = field('nativePlace')
    expect(kindOf(one).validate('河南洛阳', one, context)[0]!.message).toContain('是否为“河南省洛阳市”？')
  })

  it('counts 字 against every kind of limit', () => {
    const codes = (limit: object, count: number) => check(field('longText', { limit }), '字'.repeat(count))[1]
    expect([codes({ max: 500, warnAbove: 300 }, 500), codes({ max: 500 }, 501)]).toEqual([
      ['words.advice'],
      ['words.over'],
    ])
    expect([codes({ about: 200 }, 160), codes({ about: 200 }, 241)]).toEqual([[], ['words.about']])
  })

  it('holds a date to its order and its window', () => {
    const window = { from: '2021-01-01', to: '2021-12-31', message: '项目完成时间为{date}。' }
    const one = field('date', { monthEnough: true, notBefore: 'start', window })
    const at = (raw: string) => check(one, raw, { answers: { start: '2021-03' } })[1]
    expect([at('2021-03'), at('2021年2月'), at('2022-01-01')]).toEqual([[], ['date.order'], ['date.window']])
  })

  it('admits the political statuses of the category', () => {
    const one = field('politicalStatus', { allowed: ['中共党员', '中共预备党员'], reasonFor: ['中共预备党员'] })
    const codes = ['中共党员', '预备党员', '群众'].map(raw => check(one, raw)[1])
    expect(codes).toEqual([[], ['politicalStatus.reason'], ['politicalStatus.refused']])
  })
})

describe('an ID number', () => {
  const one = field('idNumber', { birth: 'birth', gender: 'gender' })
  it.each([
    ['11010519491231002x', []],
    ['110105194912310021', ['idNumber.check']],
    ['110105491231002', ['idNumber.fifteen']],
    ['1101051949123100', ['idNumber.format']],
    ['440524188001010014', ['idNumber.old', 'idNumber.region']],
  ])('%s gives %j', (raw, codes) => {
    expect(check(one, raw)[1]).toEqual(codes)
  })

  it('must agree with birth and gender', () => {
    const codes = (answers: object) => check(one, '11010519491231002X', { answers: { ...answers } })[1]
    expect(codes({ birth: '1949.12', gender: '女' })).toEqual([])
    expect(codes({ birth: '1949-12-30', gender: '男' })).toEqual(['idNumber.gender', 'idNumber.birthDiffers'])
  })
})

describe('a photo', () => {
  const one = field('photo', {
    minWidth: 413,
    minHeight: 579,
    ratios: [[35, 49]],
    background: 'blue',
    nameFrom: 'name',
  })
  const photo = { fileId: 'f', name: '张三.jpg', bytes: 1, format: 'jpeg', width: 413, height: 579, blueShare: 0.9 }
  const codes = (change: object) => check(one, { ...photo, ...change }, { answers: { name: '张三' } })[1]
  it('that fits passes, and each fault has its own code', () => {
    expect(codes({})).toEqual([])
    expect(codes({ width: 295, height: 413 })).toEqual(['photo.small'])
    expect(codes({ width: 579, height: 579 })).toEqual(['photo.ratio'])
    expect(codes({ blueShare: 0.79 })).toEqual(['photo.background'])
    expect(codes({ format: 'gif' })).toEqual(['photo.format'])
    expect(codes({ name: '证件照.jpg' })).toEqual(['photo.name'])
  })
})

describe('awards and media reports', () => {
  it('must be whole and of the level asked for', () => {
    const award = { date: '2021年7月', name: '先进', grantor: '中共洛阳市委', level: '市级' }
    const codes = (change: object) => check(field('awards', { least: '市级' }), [{ ...award, ...change }])[1]
    expect([codes({}), codes({ level: '县级' }), codes({ grantor: '' }), codes({ date: '去年' })]).toEqual([
      [],
      ['row.levelLow'],
      ['row.incomplete'],
      ['row.date'],
    ])
  })
  it('print as one line each', () => {
    const one = field('mediaReports')
    const row = { date: '2021.07', media: '洛阳日报', level: '市级', column: '要闻', title: '暖心' }
    expect(kindOf(one).toText([row, { date: '' }], one)).toBe('2021.07  洛阳日报“要闻”栏目：《暖心》')
  })
})

describe('what is too large to store', () => {
  it('is said of the cell it was pasted into', () => {
    const long = '字'.repeat(501)
    expect(check(field('awards'), [{ date: '2021.07', name: long, grantor: '市委', level: '市级' }])[1]).toEqual([
      'text.ceiling',
    ])
    expect(check(field('opinion'), { opinion: '字'.repeat(400_000) }, { mode: 'draft' })[1]).toEqual(['text.oversize'])
    const rows = Array.from({ length: 201 }, () => ({ name: '张三' }))
    expect(check(field('rows', { fields: [{ kind: 'name', key: 'name', label: '姓名' }] }), rows)[1]).toEqual([
      'rows.ceiling',
    ])
  })
  it('may not be saved even as a draft, unlike any other fault', () => {
    const unstorable = ['text.oversize', 'field.shape', 'resume.gap', 'required'].map(code =>
      isUnstorable({ path: '', code, severity: 'block', message: '' }),
    )
    expect(unstorable).toEqual([true, true, false, false])
  })
})

describe('a seal cell', () => {
  const one = field('opinion', { after: ['before'], signature: true })
  const scan = { kind: 'scan', fileId: 'f', name: '盖章页.pdf' }
  const whole = { opinion: '同意', signer: '张三', date: '2021-12-28', evidence: scan }
  const codes = (change: object, around: Partial<FieldContext> = {}) => check(one, { ...whole, ...change }, around)[1]

  it('may be promised, unless the plan is stricter', () => {
    const promised = { opinion: '', signer: '', date: '', evidence: { kind: 'promised', by: '2021-12-30' } }
    expect(codes(promised)).toEqual(['opinion.promised'])
    expect(codes(promised, { seals: 'required' })).toEqual(['opinion.sealRequired'])
    expect(codes({ ...promised, evidence: { kind: 'promised', by: '' } })).toEqual(['opinion.promiseDate'])
    expect(codes({ evidence: null })).toEqual(['opinion.evidence'])
  })

  it('is whole with words, name, date and scan', () => {
    expect(codes({})).toEqual([])
    expect(codes({ opinion: '', signer: '', date: '年 月 日' })).toEqual([
      ...['opinion.words', 'opinion.signer', 'opinion.undated'],
    ])
  })

  it('reads with its seal, and never as sealed while it is only promised', () => {
    const text = (change: object) => kindOf(one).toText({ ...whole, title: '', unit: '', ...change }, one)
    expect(text({})).toBe('同意　张三　2021年12月28日　（已盖章）')
    expect(text({ date: '', evidence: { kind: 'promised', by: '2021-12-30' } })).toBe(
      '同意　张三　（待补章，承诺2021年12月30日前）',
    )
  })

  it('is dated between the filling and the deadline, in the order of the chain, not ahead', () => {
    expect(codes({ date: '2021-12-30' })).toEqual(['opinion.dateFuture'])
    expect(codes({}, { answers: { fillDate: '2021-12-29' } })).toEqual(['opinion.dateEarly'])
    expect(codes({}, { deadline: '2021-12-27' })).toEqual(['opinion.dateLate'])
    expect(codes({}, { answers: { before: { date: '2021-12-29' } } })).toEqual(['opinion.dateOrder'])
  })
})
