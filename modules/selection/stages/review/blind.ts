import { type Answers, type Article, answerAt, type Field, type FormDefinition } from '#kernel/forms/shared/index.ts'

/** What an expert never needs: how to reach a person, papers of identity, other people's opinions and seals. */
const private_ = new Set<Field['kind']>(['phone', 'email', 'postcode', 'idNumber', 'uscc', 'opinion', 'files'])
/** What would say who it is, where the plan hides names. */
const telling = new Set<Field['kind']>([
  'name',
  'organisation',
  'organisations',
  'photo',
  'nativePlace',
  'resume',
  'mediaReports',
])

export type Material = { form: FormDefinition; answers: Answers; articles: Article[] }

/** A nomination's material as an expert gets it: no sensitive answers, no seals; nothing else is ever sent. */
export const forExpert = ({ form, answers, articles }: Material): Material =>
  kept(form, answers, articles, field => !private_.has(field.kind) && !field.sensitive)

/**
 * The same where names are hidden (隐去姓名和单位评审): fields that tell who or where are left out, and the words given
 * are struck out of every text that stays.
 */
export const forBlind = (material: Material, words: string[]): Material => {
  const { form, answers, articles } = forExpert(material)
  const own = new Set([form.subject.name, form.subject.unit, form.subject.photo, form.subject.post])
  const hidden = kept(form, answers, articles, ({ kind, key }) => !telling.has(kind) && !own.has(key))
  const strike = strikingOut([...words, ...wordsOf(material)])
  return {
    form: hidden.form,
    answers: strikeAll(hidden.answers, strike) as Answers,
    articles: hidden.articles.map(article => ({ ...(strikeAll(article, strike) as Article), subtitle: '' })),
  }
}

const kept = (
  form: FormDefinition,
  answers: Answers,
  articles: Article[],
  keep: (field: Pick<Field, 'key' | 'kind' | 'sensitive'>) => boolean,
): Material => {
  const sections = form.sections.flatMap(section => {
    const fields = section.fields
      .filter(keep)
      .map(field => ('fields' in field ? ({ ...field, fields: field.fields.filter(keep) } as Field) : field))
    return fields.length > 0 ? [{ ...section, fields }] : []
  })
  const fields = sections.flatMap(section => section.fields)
  return {
    form: { ...form, sections, cover: undefined, head: [], foot: [] },
    answers: Object.fromEntries(
      fields.flatMap(field => (field.key in answers ? [[field.key, only(field, answers[field.key])]] : [])),
    ),
    articles,
  }
}

/** A group's or a row's answers without the columns that were left out. */
const only = (field: Field, value: unknown): unknown => {
  if (!('fields' in field) || value === null || typeof value !== 'object') return value
  const keys = new Set(field.fields.map(({ key }) => key))
  const pick = (row: object) => Object.fromEntries(Object.entries(row).filter(([key]) => keys.has(key)))
  return Array.isArray(value) ? value.map(pick) : pick(value)
}

/** Names and units that stand in the form: whatever was typed as one is struck out of the texts too. */
const wordsOf = ({ form, answers }: Material): string[] =>
  form.sections
    .flatMap(({ fields }) => fields)
    .filter(({ kind, key }) => telling.has(kind) || key === form.subject.name || key === form.subject.unit)
    .flatMap(({ key }) => answerAt(answers, key))
    .filter(value => typeof value === 'string')

const strikingOut = (words: string[]) => {
  const longest = [...new Set(words.map(word => word.trim()))]
    .filter(word => [...word].length >= 2)
    .sort((a, b) => b.length - a.length)
  return (text: string) => longest.reduce((left, word) => left.replaceAll(word, '×××'), text)
}

const strikeAll = (value: unknown, strike: (text: string) => string): unknown => {
  if (typeof value === 'string') return strike(value)
  if (Array.isArray(value)) return value.map(each => strikeAll(each, strike))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, strikeAll(each, strike)]))
}
