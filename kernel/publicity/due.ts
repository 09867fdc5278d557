import { registerDueDates } from '#kernel/access/index.ts'
import { sql } from '#platform/db/index.ts'

/** 公示期满: the day after the last day of a notice that runs. */
registerDueDates('publicity', async (db, today) => {
  const { rows } = await sql<{ on: string; what: string }>`
    select last_day + 1 as on, title || '：公示期满' as what from publicity.notice
    where state = 'issued' and kind = 'publicity' and last_day >= ${today}::date order by last_day, id limit 1`.execute(
    db,
  )
  return rows[0]
})
