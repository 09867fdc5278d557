import type { OwedSheet } from '../../intake/shared/api.ts'

export type OwedFilter = 'reseal' | 'overdue' | 'promised' | 'missing'

const isKind: Record<OwedFilter, (sheet: OwedSheet, today: string) => boolean> = {
  reseal: ({ reseal }) => reseal,
  overdue: ({ owed }, today) => owed.some(({ promisedBy }) => promisedBy !== null && promisedBy < today),
  promised: ({ owed }) => owed.some(({ promisedBy }) => promisedBy !== null),
  missing: ({ owed }) => owed.some(({ promisedBy }) => promisedBy === null),
}

const words: Record<OwedFilter, string> = {
  reseal: '内容已改，须重新盖章',
  overdue: '承诺补章已过期',
  promised: '已承诺补章',
  missing: '未盖章，也没有承诺',
}

/** The sheets of one kind; without a kind, all. `today` is the civil day of the business clock. */
export const owedShown = (sheets: OwedSheet[], kind: OwedFilter | undefined, today: string): OwedSheet[] =>
  kind ? sheets.filter(sheet => isKind[kind](sheet, today)) : sheets

/** The kinds that there are, with how many sheets each has. */
export const owedKinds = (sheets: OwedSheet[], today: string) =>
  (Object.keys(words) as OwedFilter[])
    .map(kind => ({ kind, words: words[kind], count: owedShown(sheets, kind, today).length }))
    .filter(({ count }) => count > 0)
