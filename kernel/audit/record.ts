import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'

/** Who acts, as the record keeps it: an account on a post, a slip, or the system itself. */
export type Who = { id: string; name: string; postId?: number | null; unitId?: number | null }

export type Act = {
  /** Stable verb, `room.noun.verb`. */
  action: string
  subjectKind: string
  subjectId: number | string
  /** What a reader of the record needs; never the text of a confidential reason, never an ID number. */
  detail?: Record<string, unknown>
}

/** The system acting by itself: sweeps, jobs, the demo. */
export const system: Who = { id: 'system', name: '系统' }

/**
 * Adds one entry to the hash-chained record, in the transaction of the change it tells of. The database numbers and
 * chains it when that commits, so that other writers wait for the commit alone; nothing reads it before.
 */
export const record = async (tx: Tx, who: Who, act: Act): Promise<void> => {
  await sql`
    insert into audit.pending (actor, actor_name, post_id, unit_id, action, subject_kind, subject_id, detail)
    values (${who.id}, ${who.name}, ${who.postId ?? null}, ${who.unitId ?? null}, ${act.action},
      ${act.subjectKind}, ${String(act.subjectId)}, ${JSON.stringify(act.detail ?? {})}::jsonb)`.execute(tx)
}

/** Puts on record that something was taken out; a read has no transaction of its own to hold the entry. */
export const recordTaking = (db: Db, who: Who, act: Act): Promise<void> => inTransaction(db, tx => record(tx, who, act))

export type HistoryEntry = {
  id: number
  at: string
  businessAt: string
  actorName: string
  action: string
  detail: Record<string, unknown>
}

/** What happened to a subject, newest first. */
export const history = async (db: Db, subjectKind: string, subjectId: number | string, limit = 50) => {
  const rows = await db
    .selectFrom('audit.entry')
    .select(['id', 'at', 'business_at as businessAt', 'actor_name as actorName', 'action', 'detail'])
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', String(subjectId))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows as HistoryEntry[]
}
