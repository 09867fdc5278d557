import { rootOf } from '#platform/crypto/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import type { Frozen } from '../election/frozen.ts'
import { readFrontier } from './append.ts'
import { signNote } from './note.ts'
import { queueDeliveries } from './witness.ts'

/**
 * Real seconds after which news is worth a head, and after which even silence is. Receipts wait for the first. While
 * ballots are taken a log that says nothing for a minute has stopped: the public and the witnesses see the difference
 * (RFC 9162 §4.2.2: a head is never older than the maximum merge delay).
 */
const newsAfter = 15
const silenceAfter = { voting: 50, otherwise: 3600 }

/** Signs the log as it stands and sends the head to every witness. The caller holds the log. */
export const signHead = async (tx: Tx, frozen: Frozen): Promise<void> => {
  const { id, tree, fingerprint, document, signer } = frozen
  const frontier = await readFrontier(tx, id)
  const root = Buffer.from(rootOf(tree, frontier))
  const time = await headTime(tx, id)
  const text = `shishi-ballot/1/${fingerprint}\n${frontier.size}\n${root.toString('base64')}\ntime ${time}\n`
  const { rows } = await sql<{ id: number }>`
    insert into ballot.head (election_id, size, root, signed_at, note)
    values (${id}, ${frontier.size}, ${root}, ${time}, ${signNote(signer, document.log.name, text)})
    returning id`.execute(tx)
  await queueDeliveries(tx, id, rows[0]!.id)
}

/** Real time in whole seconds; where the host's clock was put back, that of the last head. */
const headTime = async (tx: Tx, electionId: number): Promise<string> => {
  const { rows } = await sql<{ time: string }>`
    select greatest(date_trunc('second', clock_timestamp()), max(signed_at)) as time
    from ballot.head where election_id = ${electionId}`.execute(tx)
  return rows[0]!.time.replace(/\.\d+Z$/, 'Z')
}

/** Whether the log has grown since the last head long enough ago, or too long nothing was signed. */
export const isHeadDue = async (db: Db, electionId: number): Promise<boolean> => {
  const { voting, otherwise } = silenceAfter
  const { rows } = await sql<{ due: boolean }>`
    select h.signed_at < clock_timestamp() - make_interval(secs => case when h.size < l.size then ${newsAfter}::int
      when app.now() >= e.opens_at and app.now() < e.closes_at then ${voting}::int else ${otherwise}::int end) as due
    from ballot.log l join ballot.election e on e.id = l.election_id, lateral (select size, signed_at from ballot.head
      where election_id = l.election_id order by id desc limit 1) h
    where l.election_id = ${electionId}`.execute(db)
  return rows[0]?.due ?? false
}
