import type { Actor } from '#kernel/access/index.ts'
import { findFiles, presentFile } from '#kernel/files/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { itemNameOf, type ObjectionRecord, objectionRows } from './objection-row.ts'
import { itemsOf } from './shared/content.ts'
import type { Check, Objection, ObjectionRow } from './shared/objection-api.ts'
import { type ObjectionState, objectionStates } from './shared/states.ts'

const PAGE = 30

type Filter = { state?: ObjectionState; noticeId?: number; after?: number }

/** Objections that the officer's unit received, newest first: no words, no names. */
export const listObjections = async (db: Db, actor: Actor, { state, noticeId, after }: Filter) => {
  const { rows } = await sql<ObjectionRecord>`
    ${objectionRows} where n.unit_id = ${actor.unitId} and o.id < ${after ?? Number.MAX_SAFE_INTEGER}
      ${state ? sql`and o.state = ${state}` : sql``}
      ${noticeId === undefined ? sql`` : sql`and o.notice_id = ${noticeId}`}
    order by o.id desc limit ${PAGE + 1}`.execute(db)
  return paged(rows, presentRow)
}

const paged = <Row extends { id: number }>(records: ObjectionRecord[], present: (record: ObjectionRecord) => Row) => {
  const rows = records.slice(0, PAGE).map(present)
  return { rows, next: records.length > PAGE ? String(rows.at(-1)!.id) : null }
}

const presentRow = (row: ObjectionRecord): ObjectionRow => ({
  id: row.id,
  receipt: row.receipt,
  noticeId: row.noticeId,
  noticeTitle: row.noticeTitle,
  itemName: itemNameOf(row),
  channel: row.channel,
  anonymous: row.anonymous,
  state: row.state,
  receivedAt: row.receivedAt,
  replied: row.unitReply !== null,
})

/** The whole case, for the receiving unit's officers. */
export const presentObjection = async (db: Db, row: ObjectionRecord): Promise<Objection> => ({
  ...presentRow(row),
  objectorName: row.objectorName,
  objectorPhone: row.objectorPhone,
  words: row.words,
  evidence: (await findFiles(db, row.evidence)).map(presentFile),
  enteredBy: row.enteredBy,
  concernedUnit: await concernedUnit(db, row),
  points: row.points,
  unitReply: row.unitReply,
  outcome: row.outcome,
  conclusion: row.conclusion,
  publicReply: row.publicReply,
})

/** The unit that was asked; before that, the one the list names for the item. */
const concernedUnit = async (db: Db, row: ObjectionRecord) => {
  const named = itemsOf(row.content).find(item => item.key === row.itemKey)?.unitId
  const id = row.concernedUnitId ?? named
  if (id === undefined) return null
  const { rows } = await sql<{ id: number; name: string }>`
    select id, full_name as name from units.unit where id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** What other units ask the actor's unit to check: the points and nothing else. */
export const listChecks = async (db: Db, actor: Actor, after?: number) => {
  const { rows } = await sql<ObjectionRecord>`
    ${objectionRows} where o.concerned_unit_id = ${actor.unitId} and o.points is not null
      and o.id < ${after ?? Number.MAX_SAFE_INTEGER}
    order by o.id desc limit ${PAGE + 1}`.execute(db)
  return paged(
    rows,
    (row): Check => ({
      id: row.id,
      noticeTitle: row.noticeTitle,
      itemName: itemNameOf(row),
      points: row.points!,
      pointsAt: row.pointsAt!,
      unitReply: row.unitReply,
      open: row.state !== 'concluded',
    }),
  )
}

export type OpenObjection = { id: number; itemKey: string | null; state: ObjectionState }

/**
 * Objections to a notice or to any version of it that have no written conclusion: they block leaving the stage (D-08).
 * @param itemKey only those about this name or about the whole list
 */
export const openObjections = async (db: Db, noticeId: number, itemKey?: string): Promise<OpenObjection[]> => {
  const { rows } = await sql<OpenObjection>`
    select o.id, o.item_key as "itemKey", o.state
    from publicity.notice n
    join publicity.notice v on v.module = n.module and v.matter_id = n.matter_id and v.stage = n.stage
    join publicity.objection o on o.notice_id = v.id and o.state <> 'concluded'
    where n.id = ${noticeId} ${itemKey === undefined ? sql`` : sql`and (o.item_key = ${itemKey} or o.item_key is null)`}
    order by o.id`.execute(db)
  return rows
}

export type ReceiptState = { state: string; receivedAt: string; noticeTitle: string; publicReply: string | null }

/** What a receipt shows whoever holds it: where the matter stands, and the reply meant for the sender. */
export const lookUpReceipt = async (db: Db, receipt: string): Promise<ReceiptState | undefined> => {
  const { rows } = await sql<ReceiptState & { state: ObjectionState }>`
    select o.state, o.received_at as "receivedAt", n.title as "noticeTitle",
      case when o.state = 'concluded' then o.public_reply end as "publicReply"
    from publicity.objection o join publicity.notice n on n.id = o.notice_id where o.receipt = ${receipt}`.execute(db)
  return rows[0] && { ...rows[0], state: objectionStates[rows[0].state] }
}

/** As typed: spaces, lower case and missing hyphens are forgiven, and so are the letters the code never uses. */
export const tidyReceipt = (typed: string): string => {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return digits
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/(.{4})(?=.)/g, '$1-')
}
