import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { businessToday, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadStageRun } from '../load.ts'
import { planOfVersion } from '../plan/lookup.ts'
import { mainStages, type Plan, type PlanUnit, type QuotaOfUnit, quotaOf, recommendStage } from '../shared/index.ts'
import { openStage } from './advance.ts'
import { adoptUnits } from './units.ts'

export type NewCampaign = { planVersionId: number; unitId: number; slug: string }

/**
 * Starts a campaign from a published plan: its units get their submissions with their quotas worked out,
 * its stages stand ready, and the first one opens.
 * @throws Problem `campaign.exists`
 */
export const startCampaign = async (tx: Tx, actor: Actor, start: NewCampaign): Promise<number> => {
  const plan = await planOfVersion(tx, start.planVersionId)
  const { rows } = await sql<{ id: number }>`
    insert into selection.campaign (slug, title, short_title, unit_id, plan_version_id, state, started_at)
    values (${start.slug}, ${plan.title}, ${plan.shortTitle}, ${start.unitId}, ${start.planVersionId}, 'running', app.now())
    on conflict (slug) do nothing returning id`.execute(tx)
  const id = rows[0]?.id
  if (!id) throw refuse('campaign.exists', '这项推选已经启动，请在“推选”中打开。')
  await addStages(tx, id, plan)
  await addCategories(tx, id, plan)
  const unitIds = await adoptUnits(tx, plan, start.unitId)
  for (const [index, unit] of plan.units.entries())
    await addSubmission(tx, { campaignId: id, plan, unit, unitId: unitIds.get(unit.key)!, order: index + 1 })
  await linkLevels(tx, id, plan)
  await record(tx, actor, {
    action: 'selection.campaign.start',
    subjectKind: 'campaign',
    subjectId: id,
    detail: { plan: plan.id, title: plan.title, today: await businessToday(tx) },
  })
  const first = mainStages(plan)[0]!
  await openStage(tx, actor, (await loadStageRun(tx, id, first.key))!)
  return id
}

const addStages = async (tx: Tx, campaignId: number, plan: Plan) => {
  for (const [index, stage] of plan.stages.entries())
    await tx
      .insertInto('selection.stage_run')
      .values({
        campaign_id: campaignId,
        seq: index + 1,
        stage: stage.key,
        kind: stage.kind,
        due_on: stage.dueBy ?? null,
      })
      .execute()
}

const addCategories = (tx: Tx, campaignId: number, plan: Plan) =>
  sql`insert into selection.campaign_category (campaign_id, category, seq)
    select ${campaignId}, category, seq
    from unnest(${plan.categories.map(({ key }) => key)}::text[]) with ordinality each (category, seq)`.execute(tx)

type NewSubmission = { campaignId: number; plan: Plan; unit: PlanUnit; unitId: number; order: number }

const addSubmission = async (tx: Tx, { campaignId, plan, unit, unitId, order }: NewSubmission) => {
  const due = recommendStage(plan)?.dueBy ?? null
  await tx
    .insertInto('selection.submission')
    .values({
      campaign_id: campaignId,
      unit_id: unitId,
      unit_key: unit.key,
      unit_class: unit.class,
      unit_order: order,
      quota: JSON.stringify(quotasOf(plan, unit)),
      due_on: due,
    })
    .execute()
}

/** What a unit may put up in each category, with the reckoning in words (R001-04: figure, year, source). */
const quotasOf = (plan: Plan, unit: PlanUnit): QuotaOfUnit[] =>
  plan.categories.flatMap(({ key }) => {
    const quota = quotaOf(plan, unit, key)
    return quota ? [{ category: key, ...quota, countsAuto: plan.quotas.autoSecretaryInQuota }] : []
  })

/** Units that the plan puts below another hand in to that one. */
const linkLevels = async (tx: Tx, campaignId: number, plan: Plan) => {
  for (const { key, under } of plan.units)
    if (under)
      await sql`
        update selection.submission s set above_id = a.id, level = a.level + 1 from selection.submission a
        where s.campaign_id = ${campaignId} and s.unit_key = ${key}
          and a.campaign_id = ${campaignId} and a.unit_key = ${under}`.execute(tx)
}
