import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { defineJob, enqueue } from '#kernel/jobs/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'

/** Somebody outside who keeps every head: a folder that only grows (WORM, a share of another unit) or an address. */
export type Witness = { name: string; kind: 'folder' | 'post'; address: string }

/** What the operator allows: the folder below which copies are written, and hosts that may be sent to. */
export type WitnessPlaces = { folder: string; hosts: readonly string[] }

let places: WitnessPlaces = { folder: 'witnesses', hosts: [] }

/**
 * Tells at start where heads may go. An organiser picks among what the operator allows, so that nobody at a desk makes
 * the server write to a folder or call an address of the inner network.
 */
export const useWitnessPlaces = (given: WitnessPlaces): void => {
  places = given
}

/** A folder is a plain name below the operator's, an address one of the operator's hosts. @throws Problem `ballot.witness` */
export const requireAllowed = ({ name, kind, address }: Witness): void => {
  if (kind === 'folder' ? /^[\p{L}\p{N}_-]{1,60}$/u.test(address) : isAllowedAddress(address)) return
  const allowed = kind === 'folder' ? '文件夹只填名称，不带路径' : '网址的主机须由系统管理员在 WITNESS_HOSTS 里登记'
  throw refuse('ballot.witness', `见证方“${name}”的送达方式不能使用：${allowed}。`, { status: 422 })
}

const isAllowedAddress = (address: string): boolean => {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && places.hosts.includes(url.host) && url.username === ''
}

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
  const folder = join(places.folder, address)
  await mkdir(folder, { recursive: true })
  await appendFile(join(folder, `${fingerprint}.heads`), `${note}\n`, { flush: true })
}

/** POST of the note as text/plain; any 2xx is a copy taken. Redirects are not followed. */
const post = async ({ address, note }: Owed) => {
  if (!isAllowedAddress(address)) throw new Error('host is not allowed any more')
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
