import { enqueue } from '#kernel/jobs/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { deliverMessage } from './deliver.ts'

export type Notice = {
  /** Posts that are told, in the desk. A post's present and later holders see it. */
  postIds: readonly number[]
  subject: string
  body: string
  /** Path in the desk where it is dealt with. */
  link?: string | null
  campaignId?: number | null
  /**
   * An address that opens something to whoever holds it: it stands in the body as {@link secretPlace}, goes out with the
   * SMS and mails, and is forgotten as soon as they are sent.
   */
  secretLink?: string
  /** Also by SMS to the first person of each post that has a phone number. */
  sms?: boolean
  /** Also by SMS to these numbers, whose owners hold no post: departments and experts who enter by a slip. */
  smsTo?: readonly string[]
  /** Also by mail to these addresses. */
  mailTo?: readonly string[]
}

/** Tells posts something, in the transaction of what happened: no message without the change, no change without it. */
export const notify = async (tx: Tx, notice: Notice): Promise<void> => {
  const postIds = [...new Set(notice.postIds)]
  const { subject, body, link = null, campaignId = null } = notice
  await sql`
    insert into notifications.message (channel, post_id, subject, body, link, campaign_id)
    select 'in-app', post_id, ${subject}, ${body}, ${link}, ${campaignId}::bigint
    from unnest(${postIds}::bigint[]) post_id`.execute(tx)
  const addressed = [
    ...(notice.sms ? await queueSms(tx, postIds, notice) : []),
    ...(await queueTo(tx, 'sms', notice.smsTo, notice)),
    ...(await queueTo(tx, 'mail', notice.mailTo, notice)),
  ]
  for (const id of addressed) await enqueue(tx, deliverMessage, { id })
}

const queueSms = async (tx: Tx, postIds: number[], { subject, body, campaignId = null }: Notice): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    insert into notifications.message (channel, post_id, address, subject, body, campaign_id)
    select 'sms', h.post_id, n.phone, ${subject}, ${body}, ${campaignId}::bigint
    from units.post_holder h join units.person n on n.id = h.person_id and n.phone is not null
    where h.post_id = any(${postIds}::bigint[]) and h.rank = 'A' and h.until is null returning id`.execute(tx)
  return rows.map(row => row.id)
}

const queueTo = async (
  tx: Tx,
  channel: 'sms' | 'mail',
  addresses: readonly string[] = [],
  { subject, body, secretLink = null, campaignId = null }: Omit<Notice, 'secretLink'> & { secretLink?: string | null },
): Promise<number[]> => {
  if (addresses.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into notifications.message (channel, address, subject, body, link, campaign_id)
    select ${channel}, address, ${subject}, ${body}, ${secretLink}, ${campaignId}::bigint
    from unnest(${[...addresses]}::text[]) address returning id`.execute(tx)
  return rows.map(row => row.id)
}

/** Posts of a unit that carry one of the roles: who is told when something reaches the unit. */
export const postsWithRole = async (tx: Tx, unitId: number, ...roles: string[]): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from units.post where unit_id = ${unitId} and active and roles && ${roles}::text[] order by id`.execute(
    tx,
  )
  return rows.map(row => row.id)
}
