import { z } from 'zod'
import type { NominationFacts, QuotaFacts, UnitFacts } from './facts.ts'
import { rule } from './rule.ts'

const variables = ['n', 'k', 'p', 'q', '上限', '下限', '类别'] as const

/** No unit puts up more in a category than the plan's quota lines give it (名额). */
export const quotaPerUnitClass = rule({
  scope: 'unit',
  needs: 'server',
  params: z.strictObject({}),
  variables,
  check: ({ unit }) => amounts(unit).filter(({ values, max }) => max !== null && values.n > max),
})

/** A range such as 6—10 is not left unfilled at its lower end. */
export const quotaReached = rule({
  scope: 'unit',
  needs: 'server',
  params: z.strictObject({}),
  variables,
  check: ({ unit }) => amounts(unit).filter(({ values, min }) => values.n < min),
})

/** A unit that puts up nobody in any category is told so; it may (“可推荐”). */
export const somethingNominated = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ unit }) => (unit.nominations.length === 0 ? [{}] : []),
})

/** Where population decides the quota, the figure must be there with its source (R001-04). */
export const populationKnown = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ unit }) => (unit.unit.population ? [] : [{}]),
})

/** Says on which figure of which year and source a unit's quota rests; a remark, not a fault (R001-04). */
export const quotaBasis = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({}),
  variables: ['年份', '口径', 'p', 'source'],
  check: ({ unit: { unit } }) => {
    if (!unit.population) return []
    const { year, basis, persons, source } = unit.population
    return [{ values: { 年份: `${year}年`, 口径: basis, p: persons, source } }]
  },
})

function amounts(facts: UnitFacts) {
  return facts.quotas.map(quota => {
    const n = facts.nominations.filter(nomination => takesAPlace(nomination, quota)).length
    return { max: quota.max, min: quota.min, values: valuesFor(n, quota, facts) }
  })
}

function takesAPlace({ category, origin }: NominationFacts, quota: QuotaFacts): boolean {
  return category === quota.category && (origin !== 'auto' || quota.countsAuto)
}

function valuesFor(n: number, { min, max, categoryName }: QuotaFacts, { unit }: UnitFacts) {
  const k = max === null ? 0 : n - max
  const limits = { 上限: max ?? '不限', 下限: min, q: max ?? '不限' }
  return { n, k, ...limits, 类别: categoryName, ...(unit.population && { p: unit.population.persons / 10_000 }) }
}
