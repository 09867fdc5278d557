import type { Actor } from '#kernel/access/index.ts'
import { addPlan, loadPlan, publishPlan, startCampaign } from '#modules/selection/index.ts'
import { type Plan, readPlan } from '#modules/selection/shared/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { type DemoPlan, demoSources } from './plans.ts'

/** Drafts, publishes and starts a demo campaign in the name of its organising clerk. */
export const runPlan = async (db: Db, clerk: Actor, demo: DemoPlan): Promise<{ id: number; plan: Plan }> => {
  const sources = await demoSources(demo)
  const { plan, faults } = readPlan(sources)
  if (!plan) throw new Error(`${demo.id}: ${faults.map(({ line, message }) => `${line} ${message}`).join('; ')}`)
  const id = await inTransaction(db, async tx => {
    const planId = await addPlan(tx, clerk, { sources, basedOn: demo.from })
    const version = await publishPlan(tx, clerk, (await loadPlan(tx, planId))!, '首次发布')
    return startCampaign(tx, clerk, { planVersionId: version.id, unitId: clerk.unitId!, slug: version.slug })
  })
  return { id, plan }
}
