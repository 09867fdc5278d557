import { runSweeps } from '#kernel/jobs/index.ts'
import { type Db, sql } from '#platform/db/index.ts'

/** Sets the business clock to ten in the morning of a day, and does everything that fell due until then. */
export const goTo = async (db: Db, day: string): Promise<void> => {
  await sql`
    insert into app.clock (ahead) values (${`${day}T10:00:00+08:00`}::timestamptz - clock_timestamp())
    on conflict (only_row) do update set ahead = excluded.ahead`.execute(db)
  await runSweeps(db)
}
