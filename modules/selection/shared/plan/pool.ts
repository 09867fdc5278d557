import type { PlanCategory } from './categories.ts'
import type { Plan } from './plan.ts'
import { quotaOf } from './quota.ts'

/** How many nominees a category can have: by quota, and those who come in of themselves. `max` null: no limit. */
export type Reach = {
  category: string
  /** The fewest if every unit fills its minimum, or its whole quota where that is a fixed number. */
  full: number | null
  /** Where quotas are ranges, the sum of their lower ends; otherwise the same as `full`. */
  least: number | null
  /** Leaders of nominated organisations who become nominees here beside the quota (R003-02). */
  automatic: number
  /** The most that can be: `full` and `automatic`. */
  max: number | null
}

/** The pool that the plan's quotas can yield in one category. */
export function reachOf(plan: Plan, category: PlanCategory): Reach {
  const quotas = plan.units.flatMap(unit => quotaOf(plan, unit, category.key) ?? [])
  const unlimited = quotas.some(({ max }) => max === null)
  const full = unlimited ? null : quotas.reduce((sum, { max }) => sum + max!, 0)
  const least = unlimited ? null : quotas.reduce((sum, { min, max }) => sum + (min || max!), 0)
  const automatic = plan.quotas.autoSecretaryInQuota ? 0 : automaticOf(plan, category)
  return { category: category.key, full, least, automatic, max: full === null ? null : full + automatic }
}

function automaticOf(plan: Plan, category: PlanCategory): number {
  return plan.categories
    .filter(({ leaderBecomes }) => leaderBecomes === category.key)
    .reduce((sum, source) => sum + (reachOf(plan, source).full ?? 0), 0)
}

/** How many candidates the shortlist of a category takes; undefined where the plan has none. Ratios round up (D-10). */
export function candidateTarget(category: PlanCategory): number | undefined {
  if (!category.candidates) return undefined
  if ('count' in category.candidates) return category.candidates.count
  return category.awards === null ? undefined : Math.ceil(roundOff(category.awards * category.candidates.ratio))
}

/** Whether more units may be added before publication, so that the pool may still grow. */
export function unitListIsOpen(plan: Plan): boolean {
  return plan.unitClasses.some(({ open }) => open)
}

/** Takes binary dust off a product of decimals: 100 × 1.1 is 110, not 110.00000000000001. */
const roundOff = (product: number) => Math.round(product * 1e6) / 1e6
