import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { canonicalJson, digest } from '#platform/crypto/index.ts'
import { businessNow, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Frozen, frozenById } from '../election/frozen.ts'
import type { Election } from '../election/load.ts'
import { append, holdLog, plainLeaf } from '../log/append.ts'
import { signHead } from '../log/head.ts'
import { ballotLeaf, leafText, minuteOf } from '../log/leaf.ts'
import { type Entry, readLog } from '../log/read.ts'
import type { Result } from '../shared/index.ts'
import { tally } from './tally.ts'

/**
 * 定账: counts from the log, puts the result's hash into the final leaf and signs the final head. Cleaning up ends here.
 * @throws Problem `ballot.not-drained`, `ballot.proposals-open`, `ballot.damaged`
 */
export const finish = async (tx: Tx, actor: Actor, election: Election): Promise<Result> => {
  if (election.state !== 'drained') throw refuse('ballot.not-drained', '投票截止并全部入账之后才能定账。')
  await requireDecided(tx, election.id)
  await holdLog(tx, election.id)
  const frozen = await frozenById(tx, election.id)
  const result = await countLog(tx, frozen)
  const minute = minuteOf(await businessNow(tx))
  await append(tx, frozen, [
    plainLeaf(frozen, {
      election: frozen.fingerprint,
      kind: 'final',
      minute,
      result: digest(frozen.hash, canonicalJson(result)).toString('hex'),
    }),
  ])
  await signHead(tx, frozen)
  await sql`update ballot.election set state = 'final', result = ${JSON.stringify(result)}::jsonb,
    finished_at = app.now(), finished_by = ${actor.accountId} where id = ${election.id}`.execute(tx)
  await record(tx, actor, { action: 'ballot.election.finish', subjectKind: 'election', subjectId: election.id })
  return result
}

const requireDecided = async (db: Db, electionId: number) => {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from ballot.void_proposal
    where election_id = ${electionId} and decision is null`.execute(db)
  const open = rows[0]!.open
  if (open > 0) throw refuse('ballot.proposals-open', `还有${open}条作废提请没有批准或退回，办完后再定账。`)
}

/** The result, from the log; every ballot is compared with its leaf on the way. */
export const countLog = async (db: Db, frozen: Frozen): Promise<Result> => {
  const count = tally(frozen.document)
  for await (const entries of readLog(db, frozen.id))
    for (const entry of entries) {
      requireSound(frozen, entry)
      count.add(entry)
    }
  return count.result()
}

const requireSound = ({ hash, fingerprint }: Frozen, { kind, index, leaf, ballot }: Entry) => {
  if (kind !== 'ballot' || (ballot && leafText(ballotLeaf(hash, fingerprint, ballot)) === leaf)) return
  throw refuse('ballot.damaged', `第${index}号选票与入账时不一致，数据可能被改动过。请先查验投票记录。`)
}
