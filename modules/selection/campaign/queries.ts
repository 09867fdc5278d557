import { type Actor, hasRole } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import { canRunCampaign, organises } from '../permissions.ts'
import { candidateTarget, type Plan, type PlanStage } from '../shared/index.ts'

type Row = {
  id: number
  title: string
  shortTitle: string
  organiser: string
  state: string
  stageTitle: string | null
  dueOn: string | null
  submissionId: number | null
}

/** Campaigns that this post organises or follows, or in which its unit recommends; newest first. */
export const listCampaigns = async (db: Db, actor: Actor): Promise<Row[]> => {
  const organiser = hasRole(actor, 'organiser', 'checker', 'issuer', 'leader')
  const recommends = hasRole(actor, 'recommender', 'principal')
  const { rows } = await sql<Row & { planVersionId: number; stage: string | null }>`
    select c.id, c.title, c.short_title as "shortTitle", u.name as organiser, c.state,
      (select t ->> 'title' from selection.plan_version v, jsonb_array_elements(v.content -> 'stages') t
        where v.id = c.plan_version_id and t ->> 'key' = r.stage) as "stageTitle",
      r.due_on as "dueOn", s.id as "submissionId"
    from selection.campaign c
    join units.unit u on u.id = c.unit_id
    left join selection.stage_run r on r.id = c.stage_run_id
    left join selection.submission s on s.campaign_id = c.id and s.unit_id = ${actor.unitId} and ${recommends}
    where s.id is not null or (${organiser} and u.path like ${`${actor.unitPath}%`})
    order by c.id desc`.execute(db)
  return rows
}

type Count = { stage: string; outcome: string; n: number }
type Run = { stage: string; state: 'waiting' | 'open' | 'closed'; dueOn: string | null }

/** The pool through the stages. Three queries, whatever its size. */
export const presentCampaign = async (db: Db, actor: Actor, campaign: Campaign) => {
  const { rows: runs } = await sql<Run>`
    select stage, state, due_on as "dueOn" from selection.stage_run
    where campaign_id = ${campaign.id} order by seq`.execute(db)
  const { rows: counts } = await sql<Count>`
    select r.stage, e.outcome, count(*)::int as n from selection.pool_entry e
    join selection.stage_run r on r.id = e.stage_run_id
    where r.campaign_id = ${campaign.id} group by 1, 2`.execute(db)
  const { rows: versions } = await sql<{ version: number; hash: string; planId: number }>`
    select version, hash, plan_id as "planId" from selection.plan_version where id = ${campaign.planVersionId}`.execute(
    db,
  )
  const { plan } = campaign
  return {
    ...campaign,
    ...versions[0]!,
    organiser: campaign.organiserName,
    state: campaign.campaignState,
    current: runs.find(run => run.state === 'open' && !stageOf(plan, run.stage).within)?.stage ?? null,
    categories: plan.categories.map(({ key, name, shortName = name, awards, subject }) => ({
      key,
      name,
      shortName,
      awards,
      subject,
    })),
    excludes: plan.exclusions.length > 0,
    stages: runs.map(run => presentStage(plan, run, counts)),
    permissions: { run: canRunCampaign(actor, campaign), organise: organises(actor, campaign) },
  }
}

const stageOf = (plan: Plan, key: string): PlanStage => plan.stages.find(stage => stage.key === key)!

const presentStage = (plan: Plan, run: Run, counts: Count[]) => {
  const stage = stageOf(plan, run.stage)
  const count = (outcome: string) => counts.find(each => each.stage === run.stage && each.outcome === outcome)?.n ?? 0
  return {
    key: run.stage,
    kind: stage.kind,
    title: stage.title,
    state: run.state,
    dueOn: run.dueOn,
    within: stage.within ?? null,
    pass: count('pass'),
    pending: count('pending'),
    out: count('out'),
    suspended: count('suspended'),
    target: targetOf(plan, stage),
  }
}

/** How many names a stage should end with: a shortlist's candidates, or the awards from there on; null where open. */
const targetOf = (plan: Plan, stage: PlanStage): number | null => {
  const sums = targetsOf(plan, stage).map(({ count }) => count)
  return sums.length > 0 && sums.every(count => count !== null) ? sums.reduce((a, b) => a! + b!, 0) : null
}

export const targetsOf = (plan: Plan, stage: PlanStage) => {
  const wants = stage.kind === 'shortlist' ? stage.to : stage.kind === 'decide' && !stage.within ? 'awards' : null
  if (!wants) return []
  return plan.categories
    .filter(({ key }) => !stage.categories || stage.categories.includes(key))
    .map(category => ({
      category: category.key,
      name: category.name,
      count: wants === 'awards' ? category.awards : (candidateTarget(category) ?? null),
    }))
}
