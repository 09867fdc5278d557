import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { type Frozen, frozenById } from '../election/frozen.ts'
import { append, type NewLeaf, tryHoldLog } from './append.ts'
import { isHeadDue, signHead } from './head.ts'
import { ballotLeaf, leafHash, leafText, receiptNumber, type StoredBallot } from './leaf.ts'

/** Ballots put into the log in one transaction at most. */
const portion = 5000

/**
 * Puts waiting ballots into the log and signs a head where one is due. Any number of processes may try: one does it.
 * @returns how many ballots got their index; 0 also where another process is at it
 */
export const sequence = (db: Db, electionId: number): Promise<number> =>
  inTransaction(db, async tx => {
    if (!(await tryHoldLog(tx, electionId))) return 0
    const frozen = await frozenById(tx, electionId)
    const added = await takePending(tx, frozen)
    if (await isHeadDue(tx, electionId)) await signHead(tx, frozen)
    return added
  })

/** The caller holds the log. */
export const takePending = async (tx: Tx, frozen: Frozen): Promise<number> => {
  const ballots = await pendingBallots(tx, frozen.id)
  if (ballots.length > 0)
    await append(
      tx,
      frozen,
      ballots.map(ballot => newLeaf(frozen, ballot)),
    )
  return ballots.length
}

/** A serial's ballots in the order of their counters; else by serial, which is random and says nothing of arrival. */
const pendingBallots = async (tx: Tx, electionId: number): Promise<StoredBallot[]> => {
  const { rows } = await sql<StoredBallot>`
    with taken as (
      delete from ballot.pending where ctid = any(array(
        select ctid from ballot.pending where election_id = ${electionId} order by counter limit ${portion}))
      returning serial, counter
    )
    select b.serial, b.counter, b.salt, b.choices, b.minute
    from taken t join ballot.ballot b on b.election_id = ${electionId} and b.serial = t.serial and b.counter = t.counter
    order by b.counter, b.serial`.execute(tx)
  return rows
}

const newLeaf = ({ hash, fingerprint, tree }: Frozen, ballot: StoredBallot): NewLeaf => {
  const text = leafText(ballotLeaf(hash, fingerprint, ballot))
  const own = leafHash(tree, text)
  return {
    kind: 'ballot',
    text,
    hash: own,
    receipt: receiptNumber(own),
    serial: ballot.serial,
    counter: ballot.counter,
  }
}
