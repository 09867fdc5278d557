import { type Db, sql } from '#platform/db/index.ts'
import { itemsOf, type NoticeContent } from './shared/content.ts'
import type { ObjectionChannel, ObjectionOutcome, ObjectionState } from './shared/states.ts'

/** A whole row: stays on the server; what leaves it is chosen field by field in objection-queries.ts. */
export type ObjectionRecord = {
  id: number
  receipt: string
  noticeId: number
  noticeTitle: string
  content: NoticeContent
  /** The receiving unit. */
  unitId: number
  itemKey: string | null
  channel: ObjectionChannel
  anonymous: boolean
  objectorName: string | null
  objectorPhone: string | null
  words: string
  evidence: number[]
  receivedAt: string
  enteredBy: string | null
  state: ObjectionState
  concernedUnitId: number | null
  concernedUnitName: string | null
  points: string | null
  pointsAt: string | null
  unitReply: string | null
  outcome: ObjectionOutcome | null
  conclusion: string | null
  publicReply: string | null
}

export const objectionRows = sql`
  select o.id, o.receipt, o.notice_id as "noticeId", n.title as "noticeTitle", n.content, n.unit_id as "unitId",
    o.item_key as "itemKey", o.channel, o.anonymous, o.objector_name as "objectorName",
    o.objector_phone as "objectorPhone", o.words, o.evidence, o.received_at as "receivedAt", p.name as "enteredBy",
    o.state, o.concerned_unit_id as "concernedUnitId", c.full_name as "concernedUnitName", o.points,
    o.points_at as "pointsAt", o.unit_reply as "unitReply", o.outcome, o.conclusion, o.public_reply as "publicReply"
  from publicity.objection o
  join publicity.notice n on n.id = o.notice_id
  left join units.unit c on c.id = o.concerned_unit_id
  left join access.account a on a.id = o.entered_by
  left join units.person p on p.id = a.person_id`

/** An objection by id; in a write pass `lock`. */
export const findObjection = async (db: Db, id: number, lock = false): Promise<ObjectionRecord | undefined> => {
  const { rows } = await sql<ObjectionRecord>`
    ${objectionRows} where o.id = ${id} ${lock ? sql`for update of o` : sql``}`.execute(db)
  return rows[0]
}

/** What the objection is about, in the words of the list. */
export const itemNameOf = ({ itemKey, content }: Pick<ObjectionRecord, 'itemKey' | 'content'>): string =>
  itemKey === null ? '整份名单' : (itemsOf(content).find(item => item.key === itemKey)?.name ?? '已不在名单')
