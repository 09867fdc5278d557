import { type Db, sql } from '#platform/db/index.ts'

export type AuditVerdict = { entries: number; broken: { id: number; why: string }[] }

/** Recomputes the whole chain: a changed, missing, added or reordered entry is named. */
export const verifyAudit = async (db: Db): Promise<AuditVerdict> => {
  const { rows: broken } = await sql<{ id: number; why: string }>`
    with chain as (
      select e.id, e.hash, e.prev_hash, audit.hash_of(e) as computed,
        lag(e.hash, 1, repeat('0', 64)) over (order by e.id) as previous, row_number() over (order by e.id) as n
      from audit.entry e)
    select id, case when id <> n then 'missing' when prev_hash <> previous then 'unlinked' else 'changed' end as why
    from chain where id <> n or prev_hash <> previous or hash <> computed order by id limit 100`.execute(db)
  const { rows } = await sql<{ entries: number; head: number; last: number; sealed: boolean }>`
    select (select count(*)::int from audit.entry) as entries, h.id as head,
      coalesce((select max(id) from audit.entry), 0) as last,
      h.hash = coalesce((select hash from audit.entry order by id desc limit 1), repeat('0', 64)) as sealed
    from audit.head h`.execute(db)
  const head = rows[0]!
  if (broken.length === 0 && (head.head !== head.last || !head.sealed)) broken.push({ id: head.head, why: 'cut short' })
  return { entries: head.entries, broken }
}
