import { type Db, sql } from '#platform/db/index.ts'
import type { Message } from './shared/api.ts'
import { maskAddress, maskCodes } from './shared/mask.ts'

const PAGE = 30

/** A post's messages, unread first, newest first; `after` is the cursor of the page before. */
export const messagesOf = async (db: Db, postId: number, after?: string) => {
  const [read, id] = (after ?? '0.999999999999999').split('.').map(Number) as [number, number]
  const { rows } = await sql<Message>`
    select id, subject, body, link, created_at as at, read_at is not null as read from notifications.message
    where channel = 'in-app' and post_id = ${postId}
      and ((read_at is not null) > (${read} = 1) or ((read_at is not null) = (${read} = 1) and id < ${id}))
    order by read_at is not null, id desc limit ${PAGE + 1}`.execute(db)
  const shown = rows.slice(0, PAGE)
  const end = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && end ? `${end.read ? 1 : 0}.${end.id}` : null }
}

export const unreadCount = async (db: Db, postId: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from notifications.message
    where channel = 'in-app' and post_id = ${postId} and read_at is null`.execute(db)
  return rows[0]!.n
}

type OutboxRow = {
  id: number
  channel: 'sms' | 'mail'
  address: string
  subject: string
  body: string
  state: 'queued' | 'sent' | 'failed'
  error: string | null
  at: string
}

/** What left by SMS and mail, or waits to; addresses masked, and one-time codes outside a demo. */
export const outbox = async (db: Db, { demo, after }: { demo: boolean; after: number | undefined }) => {
  const { rows } = await sql<OutboxRow>`
    select id, channel, address, subject, body, state, error, created_at as at from notifications.message
    where channel <> 'in-app' and id < ${after ?? Number.MAX_SAFE_INTEGER} order by id desc limit ${PAGE + 1}`.execute(
    db,
  )
  const shown = rows.slice(0, PAGE).map(row => ({
    ...row,
    address: maskAddress(row.address),
    body: demo ? row.body : maskCodes(row.body),
  }))
  return { rows: shown, next: rows.length > PAGE ? String(shown.at(-1)!.id) : null }
}
