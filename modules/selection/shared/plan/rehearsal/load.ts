import type { Plan } from '../plan.ts'
import { candidateTarget, reachOf } from '../pool.ts'
import { quotaOf } from '../quota.ts'
import type { PlanUnit } from '../units.ts'

/** Quota of one unit in one category. `max` null: no limit; `automatic` come beside the quota (R003-02). */
export type CategoryLoad = { category: string; min: number; max: number | null; automatic: number; basis: string }

/** What one unit may have to do: nominations, and the required pieces that go with them. */
export type UnitLoad = {
  unit: string
  name: string
  class: string
  categories: CategoryLoad[]
  /** Nominations if every quota is used up, with those that come of themselves; null: no limit. */
  nominations: number | null
  /** Required pieces (forms, articles, photographs, reports …) for that many nominations. */
  pieces: number | null
  /** Sheets of paper to hand in: copies of the pieces that are wanted on paper. */
  paperCopies: number | null
}

/** What the organiser receives in one category. */
export type CategoryTotal = {
  category: string
  name: string
  least: number | null
  full: number | null
  automatic: number
  max: number | null
  candidates?: number
  awards: number | null
}

/** The load of every unit, in official order. */
export function unitLoads(plan: Plan): UnitLoad[] {
  return plan.units.map(unit => {
    const categories = categoryLoads(plan, unit)
    const counts = new Map(
      categories.map(({ category, max, automatic }) => [category, max === null ? null : max + automatic]),
    )
    const nominations = sum([...counts.values()])
    return {
      unit: unit.key,
      name: unit.name,
      class: unit.class,
      categories,
      nominations,
      pieces: weigh(plan, counts, () => 1),
      paperCopies: weigh(plan, counts, ({ copies }) => copies),
    }
  })
}

/** What comes in, category by category. */
export function categoryTotals(plan: Plan): CategoryTotal[] {
  return plan.categories.map(category => {
    const candidates = candidateTarget(category)
    const { least, full, automatic, max } = reachOf(plan, category)
    const { key, name, awards } = category
    return { category: key, name, least, full, automatic, max, ...(candidates !== undefined && { candidates }), awards }
  })
}

function categoryLoads(plan: Plan, unit: PlanUnit): CategoryLoad[] {
  return plan.categories.flatMap(({ key }) => {
    const quota = quotaOf(plan, unit, key)
    if (!quota) return []
    return [{ category: key, ...quota, automatic: automaticIn(plan, unit, key) }]
  })
}

function automaticIn(plan: Plan, unit: PlanUnit, category: string): number {
  if (plan.quotas.autoSecretaryInQuota) return 0
  const sources = plan.categories.filter(({ leaderBecomes }) => leaderBecomes === category)
  return sources.reduce((total, { key }) => total + (quotaOf(plan, unit, key)?.max ?? 0), 0)
}

/** Required materials at the recommend stages, each counted once per nominee or once per unit. */
function weigh(
  plan: Plan,
  counts: Map<string, number | null>,
  weight: (material: Plan['materials'][number]) => number,
): number | null {
  const recommending = plan.stages.filter(({ kind }) => kind === 'recommend').map(({ key }) => key)
  const wanted = plan.materials.filter(({ required, stage }) => required && recommending.includes(stage))
  return sum(
    wanted.map(material => {
      if (material.of === 'unit') return weight(material)
      const categories = material.categories === 'all' ? [...counts.keys()] : material.categories
      const nominees = sum(categories.map(category => counts.get(category) ?? (counts.has(category) ? null : 0)))
      return nominees === null ? null : nominees * weight(material)
    }),
  )
}

/** A sum in which one unknown makes the whole unknown. */
const sum = (values: (number | null)[]): number | null =>
  values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0)
