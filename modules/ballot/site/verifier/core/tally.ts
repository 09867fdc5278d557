import type { ElectionDocument } from './document.ts'
import type { VoidLeaf } from './leaf.ts'
import { eachMark } from './marks.ts'
import type { SerialKeeper, Standing } from './serials.ts'

type Issued = { group: string; mode: string; count: number }[]
type PerGroup = { after: number[]; before: number[] }
export type Result = {
  accepted: number
  superseded: number
  keys: { group: string; mode: string; issued: number; used: number; counted: number }[]
  voided: { code: string; count: number }[]
  tally: { category: string; blank: PerGroup; candidates: ({ no: number } & PerGroup)[] }[]
}

type Counted = {
  document: ElectionDocument
  serials: SerialKeeper
  ballots: number
  issued: Issued | undefined
  voids: VoidLeaf[]
}

/** The result as the leaves and openings give it. */
export const countResult = ({ document, serials, ballots, issued, voids }: Counted): Result => {
  const { categories, groups, keys } = document
  const empty = (): PerGroup => ({ after: groups.map(() => 0), before: groups.map(() => 0) })
  const blanks = categories.map(empty)
  const votes = categories.flatMap(({ candidates }) => candidates.map(empty))
  const uses = keys.map(() => ({ used: 0, counted: 0 }))
  const groupOf = keys.map(({ group }) => groups.findIndex(({ key }) => key === group))
  const categoryOf = categories.flatMap(({ candidates }, at) => candidates.map(() => at))
  for (const standing of serials.standings()) {
    const use = uses[standing.key]
    const group = groupOf[standing.key]
    if (!use || group === undefined) continue
    use.used += 1
    if (!standing.voided) use.counted += 1
    addBallot(standing, { group, blanks, votes, categoryOf })
  }
  return {
    accepted: ballots,
    superseded: serials.superseded(),
    keys: keys.map(({ group, mode }, at) => ({ group, mode, issued: issued?.[at]?.count ?? 0, ...uses[at]! })),
    voided: document.voidReasons.map(({ code }) => ({
      code,
      count: voids.filter(({ reason }) => reason === code).length,
    })),
    tally: layOut(document, blanks, votes),
  }
}

type Sums = { group: number; blanks: PerGroup[]; votes: PerGroup[]; categoryOf: number[] }

const addBallot = ({ marks, voided }: Standing, { group, blanks, votes, categoryOf }: Sums) => {
  const add = (sum: PerGroup) => {
    sum.before[group]! += 1
    if (!voided) sum.after[group]! += 1
  }
  const touched = new Set<number>()
  eachMark(marks, place => {
    add(votes[place]!)
    touched.add(categoryOf[place]!)
  })
  blanks.forEach((sum, at) => {
    if (!touched.has(at)) add(sum)
  })
}

const layOut = ({ categories }: ElectionDocument, blanks: PerGroup[], votes: PerGroup[]): Result['tally'] => {
  let next = 0
  return categories.map(({ key, candidates }, at) => ({
    category: key,
    blank: blanks[at]!,
    candidates: candidates.map(({ no }) => ({ no, ...votes[next++]! })),
  }))
}
