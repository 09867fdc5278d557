import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { overviewApi } from '../../shared/index.ts'

export type GivenReason = AnswerOf<typeof overviewApi.listReasons>['reasons'][number]
export type ReasonFilter = { words: string; rule?: string | undefined }

/** The reasons whose unit, nominee or text holds the words, all of one rule where one is chosen. */
export const reasonsShown = (reasons: GivenReason[], { words, rule }: ReasonFilter): GivenReason[] =>
  reasons.filter(
    each =>
      (rule === undefined || each.rule === rule) &&
      [each.unitName, each.name ?? '', each.text].some(text => text.includes(words.trim())),
  )

/** Rules that a reason was written for, each once with its number of reasons, the most frequent first. */
export const rulesAnswered = (reasons: GivenReason[]): { rule: string; message: string; count: number }[] =>
  [...Map.groupBy(reasons, ({ rule }) => rule)]
    .map(([rule, given]) => ({ rule, message: given[0]!.message, count: given.length }))
    .sort((a, b) => b.count - a.count)
