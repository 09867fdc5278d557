import fc from 'fast-check'
import {
  type Answers,
  EMPTY_OPINION,
  ETHNIC_GROUPS,
  type Field,
  type FormDefinition,
  fieldsOf,
  type LeafField,
} from '#kernel/forms/shared/index.ts'

const of = <T>(...values: T[]) => fc.constantFrom(...values)

const NAMES = of('张三', '欧阳䶮', '李小明', '买买提·艾力', '王堃', '𠮷田')
const UNITS = of(
  '洛阳市西工区人民政府',
  '洛阳市财政局',
  '涧西区长安路街道办事处',
  '栾川县人民法院',
  '河南科技大学第一附属医院',
)
const POSTS = of('主任', '副局长', '科员', '党支部书记', '教师', '网格员')
const SENTENCE = of(
  '2021年为群众办实事12件，惠及1200户。',
  '建成5G基站12个，投入3.5万元。',
  '坚持走访，帮助老人解决“急难愁盼”问题——得到好评。',
  '（一）夜里修好了漏水的屋顶',
)
const month = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}.${String(m).padStart(2, '0')}`)
const day = fc
  .tuple(month(2019, 2021), fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `${m.replace('.', '-')}-${String(d).padStart(2, '0')}`)

const AWARDS: [string, string][] = [
  ['洛阳市委、市政府', '市级'],
  ['河南省总工会', '省级'],
  ['全国总工会', '国家级'],
]
const MEDIA: [string, string][] = [
  ['洛阳日报', '市级'],
  ['河南日报', '省级'],
  ['人民日报', '中央'],
]

const resume = fc
  .array(fc.tuple(month(1990, 2020), month(2020, 2021), UNITS, POSTS), { maxLength: 4 })
  .map(rows =>
    rows.map(([start, end, unit, post], at) => ({ start, end: at === rows.length - 1 ? '至今' : end, unit, post })),
  )
const awards = fc
  .array(fc.tuple(month(2000, 2021), of('劳动模范', '优秀共产党员', '“最美基层干部”'), of(...AWARDS)), { maxLength: 3 })
  .map(rows => rows.map(([date, name, [grantor, level]]) => ({ date, name, grantor, level })))
const reports = fc
  .array(
    fc.tuple(fc.oneof(month(2020, 2021), day), of(...MEDIA), of('民生', '要闻'), of('路灯亮了', '一盏灯与3600户')),
    {
      maxLength: 3,
    },
  )
  .map(rows => rows.map(([date, [media, level], column, title]) => ({ date, media, column, title, level })))
const opinion = fc
  .record({
    opinion: of('同意推荐。', '无异议', '经研究，同意推荐。\n公示无异议。'),
    signer: fc.oneof(of(''), NAMES),
    date: day,
  })
  .map(given => ({ ...EMPTY_OPINION, ...given }))

const LEAVES: Partial<Record<LeafField['kind'], fc.Arbitrary<unknown>>> = {
  name: NAMES,
  organisation: UNITS,
  organisations: fc.uniqueArray(UNITS, { maxLength: 3 }),
  gender: of('男', '女'),
  ethnicGroup: of(...ETHNIC_GROUPS),
  politicalStatus: of('中共党员', '中共预备党员'),
  nativePlace: of('河南省洛阳市', '河南省栾川县', '北京市'),
  phone: of('13800138000', '0379-63939386', '63939386'),
  postcode: of('471000'),
  email: of('zhangsan@example.cn'),
  idNumber: of('11010519491231002X'),
  month: month(1960, 2005),
  longText: fc.array(SENTENCE, { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n')),
}

const leaf = (field: LeafField): fc.Arbitrary<unknown> => {
  if (field.kind === 'date') {
    if (field.printAs === 'month') return of('1949-12-31')
    return field.monthEnough
      ? fc.oneof(
          day,
          day.map(date => date.slice(0, 7)),
        )
      : day
  }
  if (field.kind === 'choice') return of(...field.options)
  if (field.kind === 'choices') return fc.subarray(field.options)
  if (field.kind === 'number') return fc.integer({ min: field.min ?? 0, max: field.max ?? 5000 })
  if (field.key === 'post' || field.key.endsWith('Post')) return POSTS
  return LEAVES[field.kind] ?? of('路灯改造 3 期', '大学本科', '洛阳市中州中路1号')
}

const record = (fields: LeafField[]) => fc.record(Object.fromEntries(fields.map(field => [field.key, leaf(field)])))

const answerFor = (field: Field): fc.Arbitrary<unknown> => {
  if (field.kind === 'resume') return resume
  if (field.kind === 'awards') return awards
  if (field.kind === 'mediaReports') return reports
  if (field.kind === 'opinion') return opinion
  if (field.kind === 'group') return record(field.fields)
  if (field.kind === 'rows') return fc.array(record(field.fields), { minLength: 1, maxLength: 4 })
  return leaf(field as LeafField)
}

/** Whether a file made from the answers tells them again: not the photo, a bare seal or what is not printed. */
export const isTold = (field: Field): boolean =>
  field.printed && !['photo', 'files', 'declaration'].includes(field.kind) && (field.kind !== 'opinion' || field.words)

/** Random answers to all that a form prints. */
export const arbitraryAnswers = (form: FormDefinition): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      fieldsOf(form)
        .filter(isTold)
        .map(field => [field.key, answerFor(field)]),
    ),
  )
