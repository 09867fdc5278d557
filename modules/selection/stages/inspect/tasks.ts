import { type Actor, hasRole } from '#kernel/access/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import type { Task } from '../stage.ts'

type Row = { campaignId: number; title: string; stage: string; dueOn: string | null; n: number }

/** Units to which an open inspection is entrusted and which have not handed in. */
export const inspectTasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!hasRole(actor, 'recommender')) return []
  const { rows } = await sql<Row>`
    select c.id as "campaignId", c.short_title as title, r.stage, r.due_on as "dueOn", count(*)::int as n
    from selection.stage_run r join selection.campaign c on c.id = r.campaign_id
    join selection.plan_version v on v.id = c.plan_version_id
    join selection.pool_entry e on e.stage_run_id = r.id and e.outcome = 'pending'
    join selection.nomination m on m.id = e.nomination_id
    left join selection.inspection_report p on p.stage_run_id = r.id and p.submission_id = m.submission_id
    where r.kind = 'inspect' and r.state = 'open' and m.unit_id = ${actor.unitId} and p.handed_in_at is null
      and exists (select from jsonb_array_elements(v.content -> 'stages') s
        where s ->> 'key' = r.stage and (s ->> 'entrusted')::boolean)
    group by 1, 2, 3, 4`.execute(db)
  const today = await businessToday(db)
  return rows.map(row => ({
    key: `inspect-${row.campaignId}-${row.stage}`,
    title: `报送“${row.title}”考察材料`,
    detail: `本单位有${row.n}个候选对象待考察`,
    dueOn: row.dueOn,
    link: `/selection/campaigns/${row.campaignId}/inspections/${row.stage}`,
    urgent: row.dueOn !== null && row.dueOn <= today,
  }))
}
