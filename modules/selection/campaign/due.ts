import { registerDueDates } from '#kernel/access/index.ts'
import { sql } from '#platform/db/index.ts'

/** Deadlines of the stages that run, and of the units that have not handed in. */
registerDueDates('selection', async (db, today) => {
  const { rows } = await sql<{ on: string; what: string }>`
    select due_on as on, short_title || '：环节截止' as what from selection.stage_run r
    join selection.campaign c on c.id = r.campaign_id
    where r.state = 'open' and c.state = 'running' and due_on > ${today}::date
    union all
    select coalesce(return_due_on, due_on), short_title || '：上报截止' from selection.submission s
    join selection.campaign c on c.id = s.campaign_id
    where s.state in ('open', 'returned') and c.state = 'running' and coalesce(return_due_on, due_on) > ${today}::date
    order by 1, 2 limit 1`.execute(db)
  return rows[0]
})
