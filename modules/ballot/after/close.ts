import { z } from 'zod'
import type { Actor } from '#kernel/access/index.ts'
import { record, type Who } from '#kernel/audit/index.ts'
import { defineJob, enqueue } from '#kernel/jobs/index.ts'
import { forgetMessages } from '#kernel/notifications/index.ts'
import { businessNow, type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { frozenById } from '../election/frozen.ts'
import { type Election, findElection } from '../election/load.ts'
import { codeSubject } from '../identity/code.ts'
import { issuedCounts } from '../identity/issued.ts'
import { append, holdLog, plainLeaf } from '../log/append.ts'
import { signHead } from '../log/head.ts'
import { minuteOf } from '../log/leaf.ts'
import { takePending } from '../log/sequencer.ts'

/**
 * Closes an election whose window has ended. The caller has locked it, and so has waited for every ballot that got in;
 * from the commit on none does. What could link the two sides goes: codes with their times and networks,
 * admissions, requests of the weaker mode.
 * @throws Problem `ballot.running`
 */
export const closeElection = async (tx: Tx, who: Who | Actor, election: Election): Promise<void> => {
  if (election.state !== 'open' || !election.ended)
    throw refuse('ballot.running', '投票还没有到截止时间，规则已经冻结，不能提前截止。')
  await sql`update ballot.election set state = 'closed', closed_at = app.now() where id = ${election.id}`.execute(tx)
  await sql`update ballot.voter set request_hash = null, signature = null
    where election_id = ${election.id} and mode = 'plain'`.execute(tx)
  await sql`delete from ballot.code where election_id = ${election.id}`.execute(tx)
  await sql`delete from ballot.admission where election_id = ${election.id}`.execute(tx)
  await enqueue(tx, forgetTelephones, { title: election.rules.title })
  await record(tx, who, { action: 'ballot.election.close', subjectKind: 'election', subjectId: election.id })
}

/** The text messages with their telephones; nothing else in the house has one. */
export const forgetTelephones = defineJob({
  name: 'ballot.forget-telephones',
  schema: z.object({ title: z.string() }),
  handle: (db, election) => forgetMessages(db, codeSubject(election)),
})

/** Puts every last ballot into the log of a closed election, then the close leaf, and signs it. Does nothing to others. */
export const drain = (db: Db, electionId: number): Promise<void> =>
  inTransaction(db, async tx => {
    const election = await findElection(tx, electionId, true)
    if (election?.state !== 'closed') return
    await holdLog(tx, electionId)
    const frozen = await frozenById(tx, electionId)
    while ((await takePending(tx, frozen)) > 0);
    const issued = await issuedCounts(tx, frozen)
    const minute = minuteOf(await businessNow(tx))
    await append(tx, frozen, [plainLeaf(frozen, { election: frozen.fingerprint, kind: 'close', minute, issued })])
    await signHead(tx, frozen)
    await sql`update ballot.election set state = 'drained' where id = ${electionId}`.execute(tx)
  })
