import type { ElectionDocument, Issued, Opening, Result } from '../../shared/index.ts'
import type { Entry } from './ballots.ts'

/** Keeps the last ballot of each serial and what was voided. */
export const counter = (document: ElectionDocument) => {
  const standing = new Map<string, { opening: Opening; index: number }>()
  const voided = new Map<number, string>()
  let accepted = 0

  const take = ({ leaf, opening }: Entry, index: number): void => {
    if (leaf.kind === 'ballot') accepted += 1
    if (leaf.kind === 'ballot' && opening) standing.set(leaf.serial, { opening, index })
    if (leaf.kind === 'void') voided.set(leaf.leaf, leaf.reason)
  }

  /** The result by the book: for every number all ballots are gone through again. Slow, and hard to get wrong. */
  const result = (issued: readonly Issued[]): Result => {
    const before = [...standing.values()]
    const after = before.filter(({ index }) => !voided.has(index))
    const perGroup = (counts: (opening: Opening) => boolean) => {
      const among = (ballots: typeof before) =>
        document.groups.map(
          ({ key }) => ballots.filter(({ opening }) => opening.group === key && counts(opening)).length,
        )
      return { after: among(after), before: among(before) }
    }
    const ofKey = (ballots: typeof before, group: string, mode: string) =>
      ballots.filter(({ opening }) => opening.group === group && opening.mode === mode).length
    return {
      accepted,
      superseded: accepted - standing.size,
      keys: issued.map(({ group, mode, count }) => ({
        group,
        mode,
        issued: count,
        used: ofKey(before, group, mode),
        counted: ofKey(after, group, mode),
      })),
      voided: document.voidReasons.map(({ code }) => ({
        code,
        count: [...voided.values()].filter(each => each === code).length,
      })),
      tally: document.categories.map(({ key, candidates }, at) => ({
        category: key,
        blank: perGroup(({ choices }) => !choices[at]?.length),
        candidates: candidates.map(({ no }) => ({
          no,
          ...perGroup(({ choices }) => choices[at]?.includes(no) ?? false),
        })),
      })),
    }
  }
  return { take, result }
}
