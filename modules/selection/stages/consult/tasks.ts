import { type Actor, hasRole } from '#kernel/access/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import type { Task } from '../stage.ts'

/** A unit's list to be sent by its date; lists that wait for the organiser's remarks. */
export const tasks = async (db: Db, actor: Actor): Promise<Task[]> => [
  ...(hasRole(actor, 'recommender') ? await toSend(db, actor, await businessToday(db)) : []),
  ...(hasRole(actor, 'organiser') ? await toRemark(db, actor) : []),
]

type Unsent = { id: number; stage: string; title: string; stageTitle: string; dueOn: string | null }

const toSend = async (db: Db, actor: Actor, today: string): Promise<Task[]> => {
  const { rows } = await sql<Unsent>`
    select s.id, r.stage, c.short_title as title,
      (select p ->> 'title' from jsonb_array_elements(v.content -> 'stages') p where p ->> 'key' = r.stage) as "stageTitle",
      r.due_on as "dueOn"
    from selection.submission s
    join selection.campaign c on c.id = s.campaign_id
    join selection.plan_version v on v.id = c.plan_version_id
    join selection.stage_run r on r.campaign_id = c.id and r.kind = 'consult' and r.state = 'open'
    where s.unit_id = ${actor.unitId} and s.above_id is null and s.state in ('open', 'returned')
      and not exists (select from selection.consultation x where x.submission_id = s.id and x.stage_run_id = r.id)
    order by s.id`.execute(db)
  return rows.map(({ id, stage, title, stageTitle, dueOn }) => ({
    key: `consult-${id}-${stage}`,
    title: `报送初步推荐对象名单（${stageTitle}）`,
    detail: title,
    dueOn,
    link: `/selection/submissions/${id}/consultations/${stage}`,
    urgent: dueOn !== null && dueOn <= today,
  }))
}

type Unanswered = { campaignId: number; stage: string; title: string; n: number }

const toRemark = async (db: Db, actor: Actor): Promise<Task[]> => {
  const { rows } = await sql<Unanswered>`
    select c.id as "campaignId", r.stage, c.short_title as title, count(*)::int as n
    from selection.consultation x
    join selection.stage_run r on r.id = x.stage_run_id and r.state = 'open'
    join selection.campaign c on c.id = r.campaign_id
    join units.unit u on u.id = c.unit_id
    where x.answered_at is null and ${actor.unitPath !== ''} and u.path like ${`${actor.unitPath}%`}
    group by 1, 2, 3 order by 1`.execute(db)
  return rows.map(({ campaignId, stage, title, n }) => ({
    key: `consult-remark-${campaignId}-${stage}`,
    title: `${n}个单位的初步名单待提意见`,
    detail: title,
    dueOn: null,
    link: `/selection/campaigns/${campaignId}/stages/${stage}`,
    urgent: false,
  }))
}
