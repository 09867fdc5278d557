import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { defineJob, enqueue } from '#kernel/jobs/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'

/** Somebody outside who keeps every head: a folder that only grows (WORM, a share of another unit) or an address. */
export type Witness = { name: string; kind: 'folder' | 'post'; address: string }

const patience = 10_000

/** Notes that a head is owed to each witness, in the transaction that signs it. */
export const queueDeliveries = async (tx: Tx, electionId: number, headId: number): Promise<void> => {
  const { rows } = await sql<{ id: number }>`
    insert into ballot.delivery (head_id, witness_id) select ${headId}, id from ballot.witness
    where election_id = ${electionId} returning witness_id as id`.execute(tx)
  for (const { id } of rows) await enqueue(tx, sendHead, { headId, witnessId: id })
}

/** Hands one head to one witness; tried again for some hours. */
export const sendHead = defineJob({
  name: 'ballot.send-head',
  schema: z.object({ headId: z.number(), witnessId: z.number() }),
  retries: 10,
  handle: async (db, { headId, witnessId }) => {
    const head = await owedHead(db, headId, witnessId)
    if (!head) return
    try {
      await (head.kind === 'folder' ? writeDown(head) : post(head))
    } catch (error) {
      await settle(db, headId, witnessId, (error as Error).message.slice(0, 300))
      throw error
    }
    await settle(db, headId, witnessId, null)
  },
})

type Owed = Witness & { fingerprint: string; note: string; size: number }

const owedHead = async (db: Db, headId: number, witnessId: number): Promise<Owed | undefined> => {
  const { rows } = await sql<Owed>`
    select w.name, w.kind, w.address, e.fingerprint, h.note, h.size from ballot.delivery d
    join ballot.head h on h.id = d.head_id join ballot.witness w on w.id = d.witness_id
    join ballot.election e on e.id = h.election_id
    where d.head_id = ${headId} and d.witness_id = ${witnessId} and d.sent_at is null`.execute(db)
  return rows[0]
}

const settle = (db: Db, headId: number, witnessId: number, error: string | null) =>
  sql`update ballot.delivery set error = ${error},
      sent_at = case when ${error}::text is null then clock_timestamp() end
    where head_id = ${headId} and witness_id = ${witnessId}`.execute(db)

/** Appended to one file for each election; a head that is written twice is the same head. */
const writeDown = async ({ address, fingerprint, note }: Owed) => {
  await mkdir(address, { recursive: true })
  await appendFile(join(address, `${fingerprint}.heads`), `${note}\n`, { flush: true })
}

/** POST of the note as text/plain; any 2xx is a copy taken. Redirects are not followed. */
const post = async ({ address, note }: Owed) => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: note,
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
}
