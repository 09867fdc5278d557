import type { Actor } from '#kernel/access/index.ts'
import { addPlan, loadPlan, publishPlan, saveSettings, startCampaign } from '#modules/selection/index.ts'
import { type Plan, type PlanSources, readPlan } from '#modules/selection/shared/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'

/** The files of a plan, and the shipped plan that they were made from. */
export type DemoDraft = { sources: PlanSources; basedOn: string | null }

/** Drafts, publishes and starts a demo campaign in the name of its organising clerk. */
export const runPlan = async (db: Db, clerk: Actor, draft: DemoDraft): Promise<{ id: number; plan: Plan }> => {
  const { plan, faults } = readPlan(draft.sources)
  if (!plan) throw new Error(faults.map(({ line, message }) => `${line} ${message}`).join('; '))
  const id = await inTransaction(db, async tx => {
    const planId = await addPlan(tx, clerk, draft)
    const version = await publishPlan(tx, clerk, (await loadPlan(tx, planId))!, '首次发布')
    const started = { planVersionId: version.id, unitId: clerk.unitId!, slug: version.slug }
    const campaignId = await startCampaign(tx, clerk, started)
    await saveSettings(tx, clerk, { id: campaignId, plan }, sampleContacts(plan))
    return campaignId
  })
  return { id, plan }
}

/** Contacts that are plainly nobody's. */
const sampleContacts = ({ settings }: Plan): Record<string, string> => {
  const contactOf = (key: string) => {
    if (key.endsWith('-phone')) return '000-0000000'
    if (key.endsWith('-email')) return 'sample@example.cn'
    return key.endsWith('-address') ? '示例市示例路1号' : '示例处室（示例楼101室）'
  }
  return Object.fromEntries(settings.map(({ key }) => [key, contactOf(key)]))
}
