import { type Db, sql } from '#platform/db/index.ts'

/** Who runs the site: the setting `office.name`, or else the unit at the top of the tree. */
export const officeName = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select coalesce((select value #>> '{}' from app.setting where key = 'office.name'),
      (select name from units.unit where parent_id is null order by id limit 1), '实事') as name`.execute(db)
  return rows[0]!.name
}
