import type { Plan, PlanUnit } from '../plan/index.ts'
import { quotaOf } from '../plan/quota.ts'
import type { Facts, QuotaFacts, UnitIdentity } from './facts.ts'

/** The part of the facts that a plan gives by itself: due dates and names. */
export function factsOfPlan(plan: Plan): Pick<Facts, 'deadlines' | 'departments' | 'materialNames'> {
  return {
    deadlines: Object.fromEntries(plan.stages.flatMap(({ key, dueBy }) => (dueBy ? [[key, dueBy]] : []))),
    departments: Object.fromEntries(plan.departments.map(({ key, name }) => [key, name])),
    materialNames: Object.fromEntries(plan.materials.map(({ key, name }) => [key, name])),
  }
}

/** What the plan's quota lines come to for a unit, category by category; a category without a line is left out. */
export function quotasOf(plan: Plan, unit: PlanUnit): QuotaFacts[] {
  return plan.categories.flatMap(({ key, name }) => {
    const quota = quotaOf(plan, unit, key)
    const countsAuto = plan.quotas.autoSecretaryInQuota
    return quota ? [{ category: key, categoryName: name, min: quota.min, max: quota.max, countsAuto }] : []
  })
}

/** A plan's unit as rules know it. `id` is the unit's own in the tree, or its key where there is none yet. */
export function identityOf({ key, name, class: unitClass, population }: PlanUnit, id = key): UnitIdentity {
  if (!population) return { id, name, class: unitClass }
  const basis = population.kind === 'resident' ? '常住' : '户籍'
  return {
    id,
    name,
    class: unitClass,
    population: { persons: population.value, basis, year: population.year, source: population.source },
  }
}
