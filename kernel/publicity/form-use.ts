import { createHash } from 'node:crypto'
import { type Db, sql } from '#platform/db/index.ts'

export type FormUse = {
  /** Names the form; each is counted for itself. */
  form: string
  address: string
  /** Uses in an hour from one address. */
  most: number
}

/**
 * Counts one use of a public form. Kept in the database, so that every server process counts together; the address
 * is kept as a hash that changes each hour, and swept after a day.
 * @returns whether it is still within the limit
 */
export const usedWithin = async (db: Db, { form, address, most }: FormUse): Promise<boolean> => {
  const hour = Temporal.Now.instant().round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString()
  const source = createHash('sha256').update(`${form} ${hour} ${address}`).digest('base64url')
  const { rows } = await sql<{ uses: number }>`
    insert into publicity.form_use as f (source, hour, uses) values (${source}, ${hour}, 1)
    on conflict (source, hour) do update set uses = f.uses + 1 returning uses`.execute(db)
  return rows[0]!.uses <= most
}

export const sweepFormUse = (db: Db) =>
  sql`delete from publicity.form_use where hour < clock_timestamp() - interval '1 day'`.execute(db)
