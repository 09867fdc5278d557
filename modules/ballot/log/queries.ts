import { type Db, sql } from '#platform/db/index.ts'
import type { BallotLeaf } from '../shared/index.ts'

export type Head = {
  size: number
  root: string
  time: string
  note: string
  witnesses: { name: string; sentAt: string | null }[]
}

const headColumns = sql`
  h.size, encode(h.root, 'hex') as root, h.signed_at as time, h.note,
  coalesce((select jsonb_agg(jsonb_build_object('name', w.name, 'sentAt', d.sent_at) order by w.id)
    from ballot.delivery d join ballot.witness w on w.id = d.witness_id where d.head_id = h.id), '[]') as witnesses`

export const latestHead = async (db: Db, electionId: number): Promise<Head | undefined> => {
  const { rows } = await sql<Head>`
    select ${headColumns} from ballot.head h where h.election_id = ${electionId} order by h.id desc limit 1`.execute(db)
  return rows[0]
}

const page = 50

/** Heads newest first; `before` is what the last page gave as `next`. */
export const headPage = async (db: Db, electionId: number, before?: number) => {
  const { rows } = await sql<Head & { id: number }>`
    select h.id, ${headColumns} from ballot.head h where h.election_id = ${electionId}
      and h.id < ${before ?? Number.MAX_SAFE_INTEGER} order by h.id desc limit ${page + 1}`.execute(db)
  return { heads: rows.slice(0, page), next: rows.length > page ? rows[page - 1]!.id : null }
}

export type LoggedBallot = {
  electionId: number
  slug: string
  title: string
  fingerprint: string
  index: number
  leaf: BallotLeaf
  /** The smallest signed head that covers it. */
  size: number
  head: string
  supersededBy: number | null
  void: { index: number; code: string; reason: string } | null
}

/** A ballot by its receipt's number, once a signed head covers it. */
export const findByReceipt = async (db: Db, number: string): Promise<LoggedBallot | undefined> => {
  const { rows } = await sql<LoggedBallot & { voidReason: string | null; voidIndex: number | null }>`
    select e.id as "electionId", e.slug, e.rules ->> 'title' as title, e.fingerprint, l.index, l.leaf::jsonb as leaf,
      h.size, h.note as head, (select o.index from ballot.leaf o where o.election_id = l.election_id
        and o.serial = l.serial and o.counter = l.counter + 1) as "supersededBy",
      (select jsonb_build_object('index', v.index, 'code', v.leaf::jsonb ->> 'reason',
          'reason', (select r ->> 'name' from jsonb_array_elements(e.rules -> 'voidReasons') r
            where r ->> 'code' = v.leaf::jsonb ->> 'reason'))
        from ballot.leaf v where v.election_id = l.election_id and v.kind = 'void'
          and (v.leaf::jsonb ->> 'leaf')::int = l.index) as void
    from ballot.leaf l join ballot.election e on e.id = l.election_id,
      lateral (select size, note from ballot.head where election_id = l.election_id and size > l.index
        order by size, id limit 1) h
    where l.receipt = ${number}`.execute(db)
  return rows[0]
}

/** Whether a receipt's ballot has its place in the log while no signed head covers it yet: a quarter of a minute. */
export const awaitsHead = async (db: Db, number: string): Promise<boolean> => {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from ballot.leaf where receipt = ${number}) as waits`.execute(db)
  return rows[0]!.waits
}
