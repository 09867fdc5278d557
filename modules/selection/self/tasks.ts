import { type Actor, hasRole } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Task } from '../stages/stage.ts'

type Waiting = { submissionId: number | null; campaignId: number; title: string; n: number }

/** What the public sent and nobody has decided about, at the unit's clerk or at the organiser's. */
export const selfTasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!hasRole(actor, 'recommender', 'organiser')) return []
  const { rows } = await sql<Waiting>`
    select r.submission_id as "submissionId", c.id as "campaignId", c.short_title as title, count(*)::int as n
    from selection.self_recommendation r join selection.campaign c on c.id = r.campaign_id
    left join selection.submission s on s.id = r.submission_id
    where r.state = 'received' and ((s.unit_id = ${actor.unitId} and ${hasRole(actor, 'recommender')})
      or (s.id is null and c.unit_id = ${actor.unitId} and ${hasRole(actor, 'organiser')}))
    group by 1, 2, 3 order by 2, 1`.execute(db)
  return rows.map(({ submissionId, campaignId, title, n }) => ({
    key: `self-${campaignId}-${submissionId ?? 0}`,
    title: `${n}件群众自荐、举荐待处理`,
    detail: title,
    dueOn: null,
    link: `/selection/${submissionId ? `submissions/${submissionId}` : `campaigns/${campaignId}`}/self-recommendations`,
    urgent: false,
  }))
}
