import { type Answers, answerAt, bodyText } from '#kernel/forms/shared/index.ts'
import { formOf } from '../plan/lookup.ts'
import type { Articles, Plan } from '../shared/index.ts'

export type Written = { category: string; answers: Answers; articles: Articles }

/** The longest text that was written of a nominee: its article, or whatever stands for one. */
export const deedsOf = ({ articles }: Pick<Written, 'articles'>): string =>
  Object.values(articles)
    .map(bodyText)
    .sort((a, b) => b.length - a.length)[0] ?? ''

/** The short deeds of the form, or else the beginning of the longest text; at most so many characters. */
export const briefOf = (plan: Plan, written: Written, most: number): string => {
  const path = formOf(plan, written.category).subject.brief
  const brief = path && answerAt(written.answers, path)
  const chars = [...(typeof brief === 'string' && brief.trim() ? brief : deedsOf(written))]
  return chars.length > most ? `${chars.slice(0, most).join('')}……` : chars.join('')
}
