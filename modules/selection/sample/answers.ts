import { type Answers, type Field, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import type { SamplePerson } from './people.ts'
import type { Random } from './random.ts'
import { sampleText } from './words.ts'

/** The day on which a form is filled in, and the scan of the stamped page where there is one already. */
/** What is promised is promised for the same day, unless another is given. */
export type SampleMoment = { today: string; scan?: string; promisedBy?: string }

/** A seal with its scan, or promised. */
export const sampleEvidence = ({ today, scan, promisedBy = today }: SampleMoment) =>
  scan ? { kind: 'scan', fileId: scan, name: '盖章页.jpg', page: 1 } : { kind: 'promised', by: promisedBy }

/** What the made-up answers are about. */
export type SampleSubject = {
  name: string
  person: SamplePerson
  unitName: string
  recommender: string
  unitClass: string
  at: SampleMoment
  /** First day of the year that projects should have been finished in. */
  year: number
  photo: unknown
  /** Whose seal stands in a cell. */
  organ: (cell: string | undefined) => string
}

/** Answers to every field that a unit is asked, such that the form and the plan's own rules find nothing to stop. */
export const sampleAnswers = (form: FormDefinition, subject: SampleSubject, random: Random): Answers =>
  Object.fromEntries(
    fieldsOf(form)
      .filter(field => field.filledBy === 'unit')
      .filter(field => !field.unitClasses || field.unitClasses.includes(subject.unitClass))
      .map(field => [field.key, answerTo(field, form, subject, random)]),
  )

const answerTo = (field: Field, form: FormDefinition, subject: SampleSubject, random: Random): unknown => {
  if (field.key === form.subject.name) return subject.name
  const byKey = known[field.key]
  return byKey ? byKey(subject, random) : byKind(field, form, subject, random)
}

type Known = Record<string, (subject: SampleSubject, random: Random) => unknown>

/** Fields whose meaning the kind alone does not tell. */
const known: Known = {
  workStart: ({ person }) => person.workStart,
  joinedParty: ({ person }) => person.joinedParty,
  partyJoined: ({ person }) => person.joinedParty,
  birthMonth: ({ person }) => person.birthDate.slice(0, 7).replace('-', '.'),
  startDate: ({ year }) => `${year}-03-01`,
  endDate: ({ year }) => `${year}-11-20`,
  startedOn: ({ year }) => `${year}-03-01`,
  finishedOn: ({ year }) => `${year}-11-20`,
  fillDate: ({ at }) => at.today,
  recommender: ({ recommender }) => recommender,
  employment: () => '在职',
  rank: () => '其他',
  sector: (_, random) => random.pick(['农村', '社区', '机关', '乡镇街道']),
  specialReason: () => '',
  uscc: () => '',
  priority: () => [],
}

const byKind = (field: Field, form: FormDefinition, subject: SampleSubject, random: Random): unknown => {
  const { person } = subject
  switch (field.kind) {
    case 'name':
      return person.name
    case 'gender':
      return person.gender
    case 'idNumber':
      return person.idNumber
    case 'date':
      return person.birthDate
    case 'month':
      return person.birthDate.slice(0, 7).replace('-', '.')
    case 'ethnicGroup':
      return '汉族'
    case 'politicalStatus':
      return '中共党员'
    case 'nativePlace':
      return '北京市'
    case 'phone':
      return person.phone
    case 'postcode':
      return '100000'
    case 'email':
      return 'sample@example.com'
    case 'organisation':
      return `${subject.unitName}示例办公室`
    case 'organisations':
      return [`${subject.unitName}示例服务中心`]
    case 'choice':
      return field.options[0]
    case 'choices':
      return [field.options[0]]
    case 'photo':
      return subject.photo
    case 'longText':
      return longText(field.limit, random)
    case 'number':
      return field.min ?? 1
    case 'declaration':
      return true
    case 'opinion':
      return opinion(field, subject)
    case 'resume':
      return resume(subject)
    case 'awards':
      return [{ date: `${subject.year - 1}.07`, name: '优秀共产党员', grantor: '中共示例市委', level: '市级' }]
    case 'mediaReports':
      return [
        { date: `${subject.year}-06-08`, media: '示例日报', level: '市级', column: '民生', title: '小事办在心坎上' },
      ]
    case 'group':
    case 'rows': {
      const inner = Object.fromEntries(field.fields.map(each => [each.key, answerTo(each, form, subject, random)]))
      return field.kind === 'rows' ? [inner] : inner
    }
    default:
      return field.kind === 'text' ? textFor(field.label) : ''
  }
}

/** Short texts by what their label asks for. */
const texts: [RegExp, string][] = [
  [/址/, '示例路1号'],
  [/文化|学历/, '大学'],
  [/职称|编号|代码/, ''],
  [/职/, '副主任'],
]
const textFor = (label: string) => texts.find(([pattern]) => pattern.test(label))?.[1] ?? '示例'

const longText = (limit: { max?: number | undefined; about?: number | undefined }, random: Random) => {
  if (limit.about) return sampleText(random, limit.about * 0.9, limit.about * 1.15)
  const most = Math.min(limit.max ?? 400, 300)
  return sampleText(random, most * 0.7, most)
}

const opinion = (field: Extract<Field, { kind: 'opinion' }>, { at, organ }: SampleSubject) => ({
  opinion: field.words ? '同意推荐。' : '',
  signer: '',
  title: '',
  unit: organ(field.cell),
  date: at.today,
  evidence: sampleEvidence(at),
})

const resume = ({ person, unitName }: SampleSubject) => {
  const start = Number(person.workStart.slice(0, 4))
  const unit = `${unitName}示例办公室`
  return [
    { start: person.workStart, end: `${start + 8}.06`, unit, post: '科员' },
    { start: `${start + 8}.07`, end: '至今', unit, post: '副主任' },
  ]
}
