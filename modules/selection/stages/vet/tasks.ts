import { type Actor, hasRole } from '#kernel/access/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import type { Task } from '../stage.ts'

/** What waits in vettings: a department's own answer, a clerk's departments, an officer's conclusions. */
export const tasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  const today = await businessToday(db)
  return [
    ...(hasRole(actor, 'vetter') ? await toAnswer(db, actor, today) : []),
    ...(hasRole(actor, 'recommender', 'organiser') ? await toCollect(db, actor, today) : []),
    ...(hasRole(actor, 'objection-officer') ? await toConclude(db, actor) : []),
  ]
}

type Own = { id: number; title: string; asker: string; dueOn: string | null; n: number }

const toAnswer = async (db: Db, actor: Actor, today: string): Promise<Task[]> => {
  const mine = actor.kind === 'slip' ? sql`q.id = ${actor.slip?.subjectId ?? 0}` : sql`q.unit_id = ${actor.unitId}`
  const { rows } = await sql<Own>`
    select q.id, c.short_title as title, coalesce(su.name, cu.name) as asker, q.due_on as "dueOn",
      (select count(*)::int from selection.vet_opinion o where o.request_id = q.id and o.at is null) as n
    from selection.vet_request q
    join selection.stage_run r on r.id = q.stage_run_id and r.state = 'open'
    join selection.campaign c on c.id = r.campaign_id
    join units.unit cu on cu.id = c.unit_id
    left join selection.submission s on s.id = q.submission_id left join units.unit su on su.id = s.unit_id
    where ${mine} and q.state = 'open' order by q.id`.execute(db)
  return rows.map(row => ({
    key: `vet-${row.id}`,
    title: `${row.asker}征求意见`,
    detail: `“${row.title}”推荐对象${row.n}个`,
    dueOn: row.dueOn,
    link: `/vet/${row.id}`,
    urgent: row.dueOn !== null && row.dueOn <= today,
  }))
}

/** Vettings that the actor's unit asks in, with where each is dealt with. */
const asked = (actor: Actor) => sql`
  from selection.vet_request q
  join selection.stage_run r on r.id = q.stage_run_id and r.state = 'open'
  join selection.campaign c on c.id = r.campaign_id
  left join selection.submission s on s.id = q.submission_id
  where coalesce(s.unit_id, c.unit_id) = ${actor.unitId}`

type Collected = {
  campaignId: number
  title: string
  stage: string
  submissionId: number | null
  dueOn: string | null
  n: number
}

const pageOf = ({ campaignId, stage, submissionId }: Collected) =>
  submissionId === null
    ? `/selection/campaigns/${campaignId}/stages/${stage}`
    : `/selection/submissions/${submissionId}/vetting/${stage}`

const toCollect = async (db: Db, actor: Actor, today: string): Promise<Task[]> => {
  const may = hasRole(actor, 'organiser') ? sql`` : sql`and s.id is not null`
  const { rows } = await sql<Collected>`
    select c.id as "campaignId", c.short_title as title, r.stage, s.id as "submissionId", min(q.due_on)::text as "dueOn",
      count(*)::int as n
    ${asked(actor)} ${may} and q.state = 'open' group by 1, 2, 3, 4 order by 1, 4`.execute(db)
  return rows.map(row => ({
    key: `vet-collect-${row.campaignId}-${row.stage}-${row.submissionId ?? 0}`,
    title: `${row.n}个部门尚未回复`,
    detail: `“${row.title}”征求意见`,
    dueOn: row.dueOn,
    link: pageOf(row),
    urgent: row.dueOn !== null && row.dueOn < today,
  }))
}

const toConclude = async (db: Db, actor: Actor): Promise<Task[]> => {
  const { rows } = await sql<Collected>`
    select c.id as "campaignId", c.short_title as title, r.stage, s.id as "submissionId", null as "dueOn",
      count(*)::int as n
    ${asked(actor)} and exists (
      select from selection.vet_opinion o join selection.nomination m on m.id = o.nomination_id
      where o.request_id = q.id and o.at is not null and o.opinion = 'objection' and o.conclusion is null
        and m.state <> 'removed')
    group by 1, 2, 3, 4 order by 1, 4`.execute(db)
  return rows.map(row => ({
    key: `vet-conclude-${row.campaignId}-${row.stage}-${row.submissionId ?? 0}`,
    title: '异议待作出处理结论',
    detail: `“${row.title}”征求意见，${row.n}个部门有异议`,
    dueOn: null,
    link: pageOf(row),
    urgent: true,
  }))
}
