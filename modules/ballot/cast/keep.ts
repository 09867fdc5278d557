import type { Db } from '#platform/db/index.ts'
import type { Frozen } from '../election/frozen.ts'
import { ballotLeaf, leafHash, leafText, receiptNumber } from '../log/leaf.ts'
import type { Receipt } from '../shared/index.ts'
import { gather } from './gather.ts'
import { findBallots, insertBallots, type KeptBallot, type NewBallot, placeOf } from './insert.ts'
import { promiseLeaves } from './promise.ts'

/** What became of one ballot: its receipt, another ballot in its place, no place for it, or no time. */
export type Kept = { receipt: Receipt } | { refused: 'other' | 'order' | 'time' }

const limits = { inFlight: 2, most: 500 }

const keepers = new WeakMap<Db, Map<number, (ballot: NewBallot) => Promise<Kept>>>()

/** Stores a ballot together with whatever else arrives; its answer comes after the commit. */
export const keepBallot = (db: Db, frozen: Frozen, ballot: NewBallot): Promise<Kept> => {
  const ofDb = keepers.get(db) ?? keepers.set(db, new Map()).get(db)!
  const known = ofDb.get(frozen.id)
  if (known) return known(ballot)
  const keeper = gather((ballots: NewBallot[]) => keepBatch(db, frozen, ballots), limits)
  ofDb.set(frozen.id, keeper)
  return keeper(ballot)
}

const keepBatch = async (db: Db, frozen: Frozen, ballots: NewBallot[]): Promise<Kept[]> => {
  const first = new Map<string, NewBallot>()
  for (const ballot of ballots) if (!first.has(placeOf(ballot))) first.set(placeOf(ballot), ballot)
  const inserted = await insertInTime(db, frozen.id, [...first.values()])
  const held = new Map((inserted ?? []).map(row => [placeOf(row), row]))
  const rest = [...first].flatMap(([place, ballot]) => (held.has(place) ? [] : [ballot]))
  if (rest.length > 0) for (const row of await findBallots(db, frozen.id, rest)) held.set(placeOf(row), row)
  const receipts = receiptsOf(frozen, held)
  return ballots.map(ballot => {
    const row = held.get(placeOf(ballot))
    if (!row) return { refused: inserted ? 'order' : 'time' }
    return isSame(row, ballot) ? { receipt: receipts.get(placeOf(ballot))! } : { refused: 'other' }
  })
}

/** @returns undefined where the election takes no ballots now */
const insertInTime = async (db: Db, electionId: number, ballots: NewBallot[]): Promise<KeptBallot[] | undefined> => {
  try {
    return await insertBallots(db, electionId, ballots)
  } catch (error) {
    if ((error as { code?: string }).code === 'SB001') return undefined
    throw error
  }
}

/** Asked again after a lost reply. Another credential for the same serial is as good a right to it. */
const isSame = (kept: KeptBallot, given: NewBallot) =>
  kept.choices === given.choices &&
  kept.salt.equals(given.salt) &&
  kept.group === given.group &&
  kept.mode === given.mode

const receiptsOf = (frozen: Frozen, held: Map<string, KeptBallot>): Map<string, Receipt> => {
  if (held.size === 0) return new Map()
  const { hash, fingerprint, tree } = frozen
  const leaves = [...held].map(([place, row]) => {
    const leaf = ballotLeaf(hash, fingerprint, row)
    return { place, leaf, hash: leafHash(tree, leafText(leaf)) }
  })
  const promises = promiseLeaves(
    frozen,
    leaves.map(each => each.hash),
  )
  return new Map(
    leaves.map(({ place, leaf, hash }, n) => [
      place,
      { fingerprint, number: receiptNumber(hash), leaf, promise: promises[n]! },
    ]),
  )
}
