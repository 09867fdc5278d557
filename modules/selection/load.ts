import { type Db, sql } from '#platform/db/index.ts'
import { planOfVersion } from './plan/lookup.ts'
import type { Plan, PlanStage } from './shared/index.ts'
import type { CampaignState, NominationState, StageRunState, SubmissionState } from './shared/states.ts'

/** A campaign with its frozen plan. */
export type Campaign = {
  id: number
  slug: string
  title: string
  shortTitle: string
  unitId: number
  organiserPath: string
  organiserName: string
  campaignState: CampaignState
  planVersionId: number
  plan: Plan
}

const withPlan = async <T extends { planVersionId: number }>(db: Db, row: T | undefined) =>
  row && { ...row, plan: await planOfVersion(db, row.planVersionId) }

const campaignColumns = sql`
  c.id, c.slug, c.title, c.short_title as "shortTitle", c.unit_id as "unitId", u.path as "organiserPath",
  u.name as "organiserName", c.state as "campaignState", c.plan_version_id as "planVersionId"`

type CampaignRow = Omit<Campaign, 'plan'>

export const loadCampaign = async (db: Db, id: number): Promise<Campaign | undefined> => {
  const { rows } = await sql<CampaignRow>`
    select ${campaignColumns} from selection.campaign c join units.unit u on u.id = c.unit_id
    where c.id = ${id}`.execute(db)
  return withPlan(db, rows[0])
}

export const loadCampaignBySlug = async (db: Db, slug: string): Promise<Campaign | undefined> => {
  const { rows } = await sql<CampaignRow>`
    select ${campaignColumns} from selection.campaign c join units.unit u on u.id = c.unit_id
    where c.slug = ${slug}`.execute(db)
  return withPlan(db, rows[0])
}

/** One unit's part in a campaign, locked for update inside a transaction. */
export type Submission = {
  id: number
  campaignId: number
  unitId: number
  unitName: string
  unitPath: string
  abovePath: string | null
  aboveId: number | null
  unitKey: string | null
  unitClass: string
  state: SubmissionState
  dueOn: string | null
  returnDueOn: string | null
  lateUntil: string | null
  revision: number
} & Omit<Campaign, 'id' | 'unitId'>

type SubmissionRow = Omit<Submission, 'plan'>

export const loadSubmission = async (db: Db, id: number): Promise<Submission | undefined> => {
  const lock = db.isTransaction ? sql`for update of s` : sql``
  const { rows } = await sql<SubmissionRow>`
    select s.id, s.campaign_id as "campaignId", s.unit_id as "unitId", n.name as "unitName", n.path as "unitPath",
      s.above_id as "aboveId", an.path as "abovePath", s.unit_key as "unitKey", s.unit_class as "unitClass", s.state,
      s.due_on as "dueOn", s.return_due_on as "returnDueOn", s.late_until as "lateUntil", s.revision,
      c.slug, c.title, c.short_title as "shortTitle", u.path as "organiserPath", u.name as "organiserName",
      c.state as "campaignState", c.plan_version_id as "planVersionId"
    from selection.submission s
    join units.unit n on n.id = s.unit_id
    join selection.campaign c on c.id = s.campaign_id
    join units.unit u on u.id = c.unit_id
    left join selection.submission a on a.id = s.above_id
    left join units.unit an on an.id = a.unit_id
    where s.id = ${id} ${lock}`.execute(db)
  return withPlan(db, rows[0])
}

/**
 * The plan's key of the recommending unit on whose places a submission `s` of a unit `u` stands: its own, or that of the
 * unit above that asked it, whose name the forms bear (逐级推荐).
 */
export const recommendingKey = sql`coalesce(s.unit_key, (
  select a.unit_key from selection.submission a join units.unit au on au.id = a.unit_id
  where a.campaign_id = s.campaign_id and a.unit_key is not null and starts_with(u.path, au.path)
  order by length(au.path) desc limit 1))`

/** What every act on a nomination needs to judge who may do it; locked for update inside a transaction. */
export type Nomination = {
  id: number
  campaignId: number
  category: string
  name: string
  submissionId: number
  submissionState: SubmissionState
  unitId: number
  unitPath: string
  originPath: string
  unitClass: string
  state: NominationState
  revision: number
  organiserPath: string
  campaignState: CampaignState
  planVersionId: number
  plan: Plan
}

export const loadNomination = async (db: Db, id: number): Promise<Nomination | undefined> => {
  const lock = db.isTransaction ? sql`for update of m` : sql``
  const { rows } = await sql<Omit<Nomination, 'plan'>>`
    select m.id, m.campaign_id as "campaignId", m.category, m.name, m.submission_id as "submissionId",
      s.state as "submissionState", m.unit_id as "unitId", n.path as "unitPath", o.path as "originPath",
      s.unit_class as "unitClass", m.state, m.revision, u.path as "organiserPath", c.state as "campaignState",
      c.plan_version_id as "planVersionId"
    from selection.nomination m
    join selection.submission s on s.id = m.submission_id
    join units.unit n on n.id = m.unit_id
    join units.unit o on o.id = m.origin_unit_id
    join selection.campaign c on c.id = m.campaign_id
    join units.unit u on u.id = c.unit_id
    where m.id = ${id} ${lock}`.execute(db)
  return withPlan(db, rows[0])
}

/** A stage of a running campaign: the plan's words for it and where it stands. */
export type StageRun = {
  id: number
  seq: number
  key: string
  runState: StageRunState
  dueOn: string | null
  record: Record<string, unknown>
  stage: PlanStage
  campaign: Campaign
}

export const loadStageRun = async (db: Db, campaignId: number, key: string): Promise<StageRun | undefined> => {
  const campaign = await loadCampaign(db, campaignId)
  const stage = campaign?.plan.stages.find(each => each.key === key)
  if (!campaign || !stage) return undefined
  const lock = db.isTransaction ? sql`for update` : sql``
  const { rows } = await sql<Omit<StageRun, 'stage' | 'campaign'>>`
    select id, seq, stage as key, state as "runState", due_on as "dueOn", record
    from selection.stage_run where campaign_id = ${campaignId} and stage = ${key} ${lock}`.execute(db)
  return rows[0] && { ...rows[0], stage, campaign }
}
