import { chineseDate, chineseMonthDay, chineseSpan, workdaysBetween } from '#kernel/calendar/shared/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import type { StageStep } from '#platform/ui/site/index.ts'
import { type Campaign, loadCampaignBySlug } from '../load.ts'
import { planOfVersion } from '../plan/lookup.ts'
import { type ClockFacts, mainStages, type Plan, type PlanStage, type StageRunState } from '../shared/index.ts'

/** A campaign as anyone may see it: its published plan and how far it is; no figure, no draft, no score. */
export type PublicCampaign = {
  id: number
  slug: string
  title: string
  organiser: string
  running: boolean
  plan: Plan
  steps: StageStep[]
}

type Row = { id: number; slug: string; title: string; organiser: string; state: string; planVersionId: number }
type Run = { campaignId: number; stage: string; state: StageRunState }

const PAGE = 20

/** Campaigns that have begun, the newest first. @param after id of the last one shown */
export const publicCampaigns = async (
  db: Db,
  { after, running = false, limit = PAGE }: { after?: number | undefined; running?: boolean; limit?: number } = {},
): Promise<{ rows: PublicCampaign[]; next: number | null }> => {
  const states = running ? ['running'] : ['running', 'finished']
  const { rows } = await sql<Row>`
    select c.id, c.slug, c.title, u.full_name as organiser, c.state, c.plan_version_id as "planVersionId"
    from selection.campaign c join units.unit u on u.id = c.unit_id
    where c.state = any(${states}::text[]) and c.id < ${after ?? Number.MAX_SAFE_INTEGER}
    order by c.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const runs = await runsOf(
    db,
    shown.map(({ id }) => id),
  )
  const campaigns: PublicCampaign[] = []
  for (const row of shown) {
    const plan = await planOfVersion(db, row.planVersionId)
    const own = runs.filter(({ campaignId }) => campaignId === row.id)
    campaigns.push({ ...row, running: row.state === 'running', plan, steps: stepsOf(plan, own) })
  }
  return { rows: campaigns, next: rows.length > limit ? shown.at(-1)!.id : null }
}

/** A campaign by its address; none while it is being prepared. */
export const publicCampaign = async (db: Db, slug: string): Promise<PublicCampaign | undefined> => {
  const campaign: Campaign | undefined = await loadCampaignBySlug(db, slug)
  if (!campaign || campaign.campaignState === 'preparing') return undefined
  const { id, title, organiserName, plan, campaignState } = campaign
  const steps = stepsOf(plan, await runsOf(db, [id]))
  return { id, slug, title, organiser: organiserName, running: campaignState === 'running', plan, steps }
}

const runsOf = async (db: Db, ids: number[]): Promise<Run[]> => {
  const { rows } = await sql<Run>`
    select campaign_id as "campaignId", stage, state from selection.stage_run
    where campaign_id = any(${ids}::bigint[]) order by seq`.execute(db)
  return rows
}

const stepStates = { closed: 'past', open: 'now', waiting: 'next' } as const

const stepsOf = (plan: Plan, runs: Run[]): StageStep[] =>
  mainStages(plan).map(stage => {
    const state = stepStates[runs.find(run => run.stage === stage.key)?.state ?? 'waiting']
    return { name: stage.title, state, ...(stage.dueBy && { note: `${chineseMonthDay(stage.dueBy)}前` }) }
  })

/** The stage that is open now with its last day in words: 逐级推荐 · 6月5日截止，还有12个工作日. */
export const nowOf = (plan: Plan, steps: StageStep[], { calendar, today }: Pick<ClockFacts, 'calendar' | 'today'>) => {
  const stage = mainStages(plan)[steps.findIndex(({ state }) => state === 'now')]
  if (!stage?.dueBy) return stage?.title
  const { workdays, provisional } = workdaysBetween(calendar, today, stage.dueBy)
  const left = stage.dueBy === today ? '（今天）' : `，还有${workdays}个工作日`
  const told = stage.dueBy >= today && !provisional && (workdays > 0 || stage.dueBy === today)
  return `${stage.title} · ${chineseMonthDay(stage.dueBy)}截止${told ? left : ''}`
}

/** When a stage is planned, in words. */
export const whenOf = ({ opens, dueBy, closes, when }: PlanStage): string => {
  const end = dueBy ?? closes
  if (when && !end) return when
  if (opens && end) return chineseSpan(opens, end)
  if (end) return `${chineseDate(end)}前`
  return opens ? `${chineseDate(opens)}起` : (when ?? '')
}

export type RunningNotice = { code: string; title: string; unitName: string; lastDay: string; publishedOn: string }

/** Lists one can look at and object to today. @param campaignId only this campaign's */
export const runningNotices = async (db: Db, campaignId?: number): Promise<RunningNotice[]> => {
  const today = await businessToday(db)
  const { rows } = await sql<RunningNotice>`
    select n.code, n.title, u.full_name as "unitName", n.last_day as "lastDay", n.published_on as "publishedOn"
    from publicity.notice n join units.unit u on u.id = n.unit_id
    where n.state = 'issued' and n.kind = 'publicity' and n.last_day >= ${today}::date
      ${campaignId === undefined ? sql`` : sql`and n.module = 'selection' and n.matter_id = ${campaignId}`}
    order by n.published_on desc, n.id desc limit 50`.execute(db)
  return rows
}

export type ResultEntry = { slug: string; title: string; unitName: string; publishedOn: string; n: number }

/** Lists that were published, the newest first. */
export const publishedResults = async (db: Db, limit: number): Promise<ResultEntry[]> => {
  const { rows } = await sql<ResultEntry>`
    select c.slug, c.title, u.full_name as "unitName", n.published_on as "publishedOn",
      (select count(*)::int from selection.honour h where h.public_notice_id = n.id and h.state <> 'revoked') as n
    from publicity.notice n join selection.campaign c on n.module = 'selection' and c.id = n.matter_id
    join units.unit u on u.id = n.unit_id
    where n.state = 'issued' and n.kind = 'result' order by n.published_on desc, n.id desc limit ${limit}`.execute(db)
  return rows
}
