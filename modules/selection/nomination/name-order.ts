import { registerSweep } from '#kernel/jobs/index.ts'
import { strokePlace } from '#kernel/names/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'

const batch = 1000

/** Places names that came otherwise than by saving (imports, leaders renamed with their organisation) by strokes. */
export const placeNames = (db: Db): Promise<void> =>
  inTransaction(db, async tx => {
    const { rows } = await sql<{ id: number; name: string }>`
      select id, name from selection.nomination where name_order is null and name <> ''
      order by id limit ${batch} for update skip locked`.execute(tx)
    if (rows.length === 0) return
    const places = await Promise.all(rows.map(({ name }) => strokePlace(name)))
    await sql`update selection.nomination m set name_order = given.place
      from unnest(${rows.map(({ id }) => id)}::bigint[], ${places}::text[]) given (id, place)
      where m.id = given.id`.execute(tx)
  })

registerSweep('selection.names', placeNames)
