import { type Db, sql } from '#platform/db/index.ts'

/** A database with one-click accounts holds the demo: every page of its papers says so. */
export const bannerOf = async (db: Db): Promise<string | undefined> => {
  const { rows } = await sql<{ demo: boolean }>`
    select exists (select from access.account where demo) as demo`.execute(db)
  return rows[0]!.demo ? '演示数据，非真实情况' : undefined
}
