import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { type Cut, cutAt, shareOf, type shortlistApi } from '../../../shared/index.ts'

export type Shortlist = AnswerOf<typeof shortlistApi.getShortlist>
export type Row = Shortlist['rows'][number]
export type Share = Shortlist['structure'][number]
export type Target = { category: string; name: string; count: number | null }

/** How a share stands among the names chosen: how many there are and how many there should be. */
export type ShareState = { n: number; k: number; need: number | null; atMost: number | null; met: boolean }

const chosenIn = (rows: Row[], category: string) =>
  rows.filter(row => row.category === category && row.outcome === 'pass')

export const shareState = (share: Share, rows: Row[]): ShareState => {
  const chosen = chosenIn(rows, share.category)
  const k = chosen.filter(({ counts }) => counts.includes(share.key)).length
  const need = share.atLeast === null ? null : shareOf(chosen.length, share.atLeast)
  const atMost = share.atMost === null ? null : Math.floor((chosen.length * share.atMost) / 100 + 1e-9)
  return { n: chosen.length, k, need, atMost, met: (need === null || k >= need) && (atMost === null || k <= atMost) }
}

/** Units in which a share that is looked at unit by unit is not met. */
export const unitsShort = (share: Share, rows: Row[]): string[] => {
  if (share.each === 'all') return []
  const units = Map.groupBy(chosenIn(rows, share.category), ({ unitName }) => unitName)
  return [...units].filter(([, own]) => !shareState(share, own).met).map(([unit]) => unit)
}

/** Names level at the line of a category where scores rank it; none where there is no number or no tie. */
export const levelAt = (target: Target, rows: Row[]): Cut<Row> | undefined => {
  if (target.count === null) return undefined
  const own = rows.filter(row => row.category === target.category && row.outcome !== 'suspended')
  const cut = cutAt(own, ({ total }) => total, target.count)
  return cut.level.length > 0 ? cut : undefined
}

export const chosenCount = (category: string, rows: Row[]) => chosenIn(rows, category).length
