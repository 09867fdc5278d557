import { type Db, sql } from '#platform/db/index.ts'
import type { Frozen } from '../election/frozen.ts'
import type { Issued } from '../shared/index.ts'

/**
 * Credentials issued, for each key in the order of the document.
 * @param until counts only whole days up to this one, 'YYYY-MM-DD'
 */
export const issuedCounts = async (
  db: Db,
  { id, document }: Pick<Frozen, 'id' | 'document'>,
  until: string | null = null,
): Promise<Issued[]> => {
  const { rows } = await sql<Issued>`
    select group_key as "group", mode, count(*) as count from ballot.voter
    where election_id = ${id} and (${until}::date is null or issued_on <= ${until}::date)
    group by group_key, mode`.execute(db)
  return document.keys.map(({ group, mode }) => ({
    group,
    mode,
    count: rows.find(row => row.group === group && row.mode === mode)?.count ?? 0,
  }))
}

type Daily = { until: string; issued: Issued[] }
const yesterdays = new Map<string, Daily>()

/** The same up to yesterday, which never changes again: counted once a day, not for each who asks. */
export const issuedUntilYesterday = async (db: Db, frozen: Frozen): Promise<Daily> => {
  const { rows } = await sql<{ until: string }>`select app.today() - 1 as until`.execute(db)
  const { until } = rows[0]!
  const known = yesterdays.get(frozen.fingerprint)
  if (known?.until === until) return known
  const counted = { until, issued: await issuedCounts(db, frozen, until) }
  yesterdays.set(frozen.fingerprint, counted)
  return counted
}
