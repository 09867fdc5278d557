import type { Actor } from '#kernel/access/index.ts'
import { loadCalendar } from '#kernel/calendar/index.ts'
import type { Db } from '#platform/db/index.ts'
import { type PlanSources, readPlan, rehearse } from '../shared/index.ts'
import { hashOf } from './plan.ts'
import { otherPlans } from './queries.ts'

type Request = { sources: PlanSources; planId?: number | undefined; publishOn?: Record<string, string> | undefined }

/** What a plan's text implies beside the office's other plans, its faults, and the hash it would be frozen by. */
export const rehearsalOf = async (db: Db, actor: Actor, { sources, planId, publishOn = {} }: Request) => {
  const calendar = await loadCalendar(db)
  const { plan, faults } = readPlan(sources, calendar)
  if (!plan) return { faults, rehearsal: null, hash: null }
  const others = await otherPlans(db, actor, planId)
  return { faults, rehearsal: rehearse(plan, calendar, { publishOn, others }), hash: await hashOf(plan) }
}
