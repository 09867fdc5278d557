import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Campaign } from '../load.ts'
import { planOfVersion } from '../plan/lookup.ts'
import { canonicalJson, type Plan, recommendStage } from '../shared/index.ts'

/** What units have been told, filled in and counted against: it stays as it was when the campaign began. */
const settled = {
  unitClasses: '单位类别',
  units: '推荐单位',
  categories: '推选类别',
  quotas: '名额',
  forms: '表格',
} as const satisfies Partial<Record<keyof Plan, string>>

type Version = { id: number; planId: number; version: number }

/**
 * Lets a running campaign go on by a later version of its plan: new dates, wording, materials and rules; units,
 * categories, quotas and forms must be the same, and the stages too. Due dates of stages that are not closed follow;
 * a unit whose date was extended by hand keeps it.
 * @throws Problem `campaign.version`, which names what stands in the way
 */
export const changeCampaignVersion = async (tx: Tx, actor: Actor, campaign: Campaign, versionId: number) => {
  if (campaign.campaignState !== 'running') throw refusal('推选不在进行中，不能更换方案。')
  const [from, to] = [await versionById(tx, campaign.planVersionId), await versionById(tx, versionId)]
  if (!from || !to || from.planId !== to.planId) throw refusal('只能换成同一份方案的另一版。')
  if (to.version <= from.version) throw refusal(`推选已按第${from.version}版办理，只能换成更新的一版。`)
  const plan = await planOfVersion(tx, to.id)
  const obstacles = unsettled(campaign.plan, plan)
  if (obstacles.length > 0)
    throw refusal(`新的一版改动了${obstacles.join('、')}，推选已经开始，不能照此更换；请另起一项推选。`)
  await sql`update selection.campaign set plan_version_id = ${to.id}, title = ${plan.title},
    short_title = ${plan.shortTitle} where id = ${campaign.id}`.execute(tx)
  await moveDates(tx, campaign, plan)
  await record(tx, actor, {
    action: 'selection.campaign.version',
    subjectKind: 'campaign',
    subjectId: campaign.id,
    detail: { from: from.version, to: to.version },
  })
  return { id: campaign.id, version: to.version }
}

const refusal = (words: string) => refuse('campaign.version', words, { status: 409 })

const versionById = async (tx: Tx, id: number): Promise<Version | undefined> => {
  const { rows } = await sql<Version>`
    select id, plan_id as "planId", version from selection.plan_version where id = ${id}`.execute(tx)
  return rows[0]
}

const unsettled = (before: Plan, after: Plan): string[] => {
  const parts = Object.entries(settled)
    .filter(([part]) => canonicalJson(before[part as keyof Plan]) !== canonicalJson(after[part as keyof Plan]))
    .map(([, words]) => words)
  return stagesOf(before) === stagesOf(after) ? parts : [...parts, '环节']
}

const stagesOf = ({ stages }: Plan) => stages.map(({ key, kind, within }) => `${key}:${kind}:${within ?? ''}`).join()

const moveDates = async (tx: Tx, campaign: Campaign, plan: Plan) => {
  for (const { key, dueBy } of plan.stages)
    await sql`update selection.stage_run set due_on = ${dueBy ?? null}
      where campaign_id = ${campaign.id} and stage = ${key} and state <> 'closed'`.execute(tx)
  const due = (of: Plan) => recommendStage(of)?.dueBy ?? null
  await sql`update selection.submission set due_on = ${due(plan)}
    where campaign_id = ${campaign.id} and state = 'open' and due_on is not distinct from ${due(campaign.plan)}`.execute(
    tx,
  )
}
