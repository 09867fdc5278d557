import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Campaign } from '../load.ts'
import { canRunCampaign } from '../permissions.ts'
import { type CampaignSettings, type PlanSetting, readSetting, settingsLeft } from '../shared/index.ts'

/** What the organiser has filled in for this campaign, such as the telephone for objections, by the plan's keys. */
export const loadSettings = async (db: Db, campaignId: number): Promise<CampaignSettings> => {
  const { rows } = await sql<{ settings: CampaignSettings }>`
    select settings from selection.campaign where id = ${campaignId}`.execute(db)
  return rows[0]?.settings ?? {}
}

/** Everything the plan asks for with what stands there, as the desk shows it. */
export const presentSettings = async (db: Db, actor: Actor, campaign: Campaign) => {
  const values = await loadSettings(db, campaign.id)
  return {
    settings: campaign.plan.settings.map(setting => ({ ...setting, value: values[setting.key] ?? '' })),
    left: settingsLeft(campaign.plan, values),
    permissions: { change: canRunCampaign(actor, campaign) },
  }
}

/**
 * Keeps the given settings and leaves the others. The record tells which were changed, never a person's number.
 * @throws Problem 422 `settings.unknown`, `settings.format`
 */
export const saveSettings = async (
  tx: Tx,
  actor: Actor,
  { id, plan }: Pick<Campaign, 'id' | 'plan'>,
  given: CampaignSettings,
): Promise<void> => {
  const read = Object.entries(given).map(([key, raw]) => ({ key, ...readSetting(settingOf(plan.settings, key), raw) }))
  const findings = read.flatMap(({ faults }) => faults)
  if (findings.length > 0) throw refuse('settings.format', '联系方式有误，请改正后再保存。', { status: 422, findings })
  const before = await loadSettings(tx, id)
  const changed = read.filter(({ key, value }) => value !== (before[key] ?? ''))
  if (changed.length === 0) return
  const values = Object.fromEntries(changed.map(({ key, value }) => [key, value]))
  await sql`update selection.campaign set settings = settings || ${JSON.stringify(values)}::jsonb
    where id = ${id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.campaign.settings',
    subjectKind: 'campaign',
    subjectId: id,
    detail: { changed: Object.keys(values) },
  })
}

const settingOf = (settings: PlanSetting[], key: string): PlanSetting => {
  const setting = settings.find(each => each.key === key)
  if (!setting) throw refuse('settings.unknown', `方案没有“${key}”这一项，不能填写。`, { status: 422 })
  return setting
}
