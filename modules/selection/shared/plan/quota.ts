import type { Plan } from './plan.ts'
import type { PlanQuotaAmount, PlanQuotaLine } from './quotas.ts'
import type { PlanUnit } from './units.ts'

/** How many nominees a unit may put up in one category, and by what reckoning. `max` null: no limit. */
export type Quota = { min: number; max: number | null; basis: string }

/** The quota line that holds for a unit and a category: one naming the unit goes before one naming its class. */
export function quotaLineFor(plan: Plan, unit: PlanUnit, category: string): PlanQuotaLine | undefined {
  const lines = plan.quotas.lines.filter(line => line.categories === 'all' || line.categories.includes(category))
  return (
    lines.find(line => line.units?.includes(unit.key)) ??
    lines.find(line => !line.units && (line.classes ?? []).includes(unit.class))
  )
}

/** The quota of one unit in one category; undefined where the plan gives it none. */
export function quotaOf(plan: Plan, unit: PlanUnit, category: string): Quota | undefined {
  const line = quotaLineFor(plan, unit, category)
  return line && reckon(plan, unit, line)
}

function reckon(plan: Plan, unit: PlanUnit, line: PlanQuotaLine): Quota {
  const { amount } = line
  switch (amount.kind) {
    case 'fixed':
      return { min: 0, max: amount.count, basis: `名额${amount.count}个` }
    case 'range':
      return { min: amount.min, max: amount.max, basis: `名额${amount.min}—${amount.max}个` }
    case 'unlimited':
      return { min: 0, max: null, basis: '名额不限' }
    case 'byPopulation':
      return byPopulation(unit, amount)
    case 'proportional':
      return proportional(unit, amount)
    case 'share':
      return shared(plan, unit, line, amount)
  }
}

function byPopulation(unit: PlanUnit, amount: PlanQuotaAmount & { kind: 'byPopulation' }): Quota {
  const people = unit.population?.value ?? 0
  const step = amount.steps.filter(({ atLeast }) => people >= atLeast).at(-1)
  const max = step?.count ?? amount.below
  return { min: 0, max, basis: `${populationWords(unit)}，名额${max}个` }
}

function proportional(unit: PlanUnit, amount: PlanQuotaAmount & { kind: 'proportional' }): Quota {
  const exact = (measureOf(unit, amount.measure) * amount.count) / amount.per
  const round = { up: Math.ceil, down: Math.floor, nearest: Math.round }[amount.rounding]
  const max = Math.min(Math.max(round(exact), amount.min), amount.max ?? Number.MAX_SAFE_INTEGER)
  return {
    min: 0,
    max,
    basis: `${measureWords(unit, amount.measure)}，每${inTenThousands(amount.per)}给${amount.count}个，名额${max}个`,
  }
}

function shared(plan: Plan, unit: PlanUnit, line: PlanQuotaLine, amount: PlanQuotaAmount & { kind: 'share' }): Quota {
  const members = plan.units.filter(one => line.units?.includes(one.key) ?? line.classes?.includes(one.class))
  const weights = members.map(one => measureOf(one, amount.measure))
  const seats = apportion(weights, amount.total, amount.min)
  const max = seats[members.findIndex(one => one.key === unit.key)] ?? 0
  return { min: 0, max, basis: `${measureWords(unit, amount.measure)}，由${amount.total}个名额按比例分得${max}个` }
}

/**
 * Shares `total` whole places by weight: the whole part of each one's quotient, then one each to the largest
 * remainders (earlier members first among equals). Each gets at least `least` as far as `total` reaches.
 */
export function apportion(weights: readonly number[], total: number, least = 0): number[] {
  const seats = weights.map(() => 0)
  let left = total
  for (let round = 0; round < least; round++) {
    for (let index = 0; index < seats.length && left > 0; index++, left--) seats[index]! += 1
  }
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0 || left === 0) return seats
  const quotients = weights.map(weight => (weight * left) / sum)
  const whole = quotients.map(Math.floor)
  const spare = left - whole.reduce((a, b) => a + b, 0)
  const order = quotients
    .map((quotient, index) => ({ index, remainder: quotient - whole[index]! }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const extra = new Set(order.slice(0, spare).map(({ index }) => index))
  return seats.map((seat, index) => seat + whole[index]! + (extra.has(index) ? 1 : 0))
}

/** What a proportional quota of a unit is reckoned from; 0 where the figure is missing. */
export function measureOf(unit: PlanUnit, measure: string): number {
  return measure === 'population' ? (unit.population?.value ?? 0) : (unit.measures?.[measure] ?? 0)
}

function measureWords(unit: PlanUnit, measure: string): string {
  return measure === 'population' ? populationWords(unit) : `基数${inTenThousands(measureOf(unit, measure))}`
}

/** Whole ten thousands as an office writes them: 350000 is 35万. */
function inTenThousands(count: number): string {
  return count >= 10_000 && count % 10_000 === 0 ? `${count / 10_000}万` : String(count)
}

/** R001-04: the figure, its year, its kind and its source. */
function populationWords(unit: PlanUnit): string {
  if (!unit.population) return '人口未填'
  const { value, year, kind, source } = unit.population
  return `${year}年${kind === 'resident' ? '常住' : '户籍'}人口${inTenThousands(value)}人（来源：${source}）`
}
