import { findNotice, type NoticeRow } from '#kernel/publicity/index.ts'
import { type Db, decodePosition, pageOf, sql } from '#platform/db/index.ts'
import type { Honour } from '../honours/honour.ts'
import type { PublicCampaign } from './campaigns.ts'

/** Nothing of an honour is public before its list is issued, and nothing once it is taken back. */
const isPublic = sql`h.public_notice_id is not null`

/** What a page says of a winner. */
export type PublicHonour = Pick<
  Honour,
  'id' | 'number' | 'register' | 'title' | 'year' | 'name' | 'unitName' | 'state'
> & {
  category: string | null
  slug: string
  hasStory: boolean
}

const columns = sql`
  h.id, h.number, h.register, h.title, h.year, h.name, h.unit_name as "unitName", h.state, h.category, c.slug,
  (h.story ? 'published' and coalesce((h.story #>> '{consent,given}')::boolean, false)) as "hasStory"`

const tables = sql`selection.honour h join selection.campaign c on c.id = h.campaign_id`

const PAGE = 200

const matching = (search: string) => {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return search ? sql`and (h.name ilike ${like} or h.unit_name ilike ${like})` : sql``
}

/** A campaign's list in official order, by keyset. */
export const publicResults = async (
  db: Db,
  campaign: PublicCampaign,
  { search, after }: { search: string; after?: string | undefined },
) => {
  const order = campaign.plan.categories.map(({ key }) => key)
  const [place = 0, seq = 0, id = 0] = decodePosition(after) ?? []
  const { rows } = await sql<PublicHonour & { place: number; seq: number }>`
    select * from (select ${columns}, h.seq, array_position(${order}::text[], h.category) as place
      from ${tables} where h.campaign_id = ${campaign.id} and ${isPublic} and h.state <> 'revoked' ${matching(search)}) r
    where (place, seq, id) > (${Number(place)}::int, ${Number(seq)}::int, ${Number(id)}::bigint)
    order by place, seq, id limit ${PAGE + 1}`.execute(db)
  return pageOf(rows, PAGE, row => [row.place, row.seq, row.id])
}

/** Winners of every campaign by name or unit, the newest first. */
export const searchHonours = async (db: Db, search: string, after?: number) => {
  const { rows } = await sql<PublicHonour>`
    select ${columns} from ${tables}
    where ${isPublic} and h.state <> 'revoked' and h.id < ${after ?? Number.MAX_SAFE_INTEGER} ${matching(search)}
    order by h.id desc limit 31`.execute(db)
  return { rows: rows.slice(0, 30), next: rows.length > 30 ? rows[29]!.id : null }
}

/** Every public honour with a number: two registers may count alike. */
export const honoursNumbered = async (db: Db, number: string): Promise<PublicHonour[]> => {
  const { rows } = await sql<PublicHonour>`
    select ${columns} from ${tables} where ${isPublic} and h.number = ${number} order by h.id desc limit 20`.execute(db)
  return rows
}

export type Winner = { honour: PublicHonour; notice: NoticeRow; photo: string | null }

/** A winner's page: issued by three people, agreed to by the winner, in a list that stands. */
export const publicWinner = async (db: Db, campaign: PublicCampaign, number: string): Promise<Winner | undefined> => {
  const { rows } = await sql<PublicHonour & { noticeId: number; photo: string | null }>`
    select ${columns}, (h.story #>> '{published,noticeId}')::bigint as "noticeId",
      case when (h.story #>> '{consent,faces}')::boolean then h.story #>> '{published,photo}' end as photo
    from ${tables} where h.campaign_id = ${campaign.id} and ${isPublic} and h.number = ${number}
      and h.state <> 'revoked'`.execute(db)
  const row = rows[0]
  if (!row?.hasStory || !row.noticeId) return undefined
  const { noticeId, photo, ...honour } = row
  const notice = await findNotice(db, noticeId)
  return notice?.state === 'issued' ? { honour, notice, photo } : undefined
}
