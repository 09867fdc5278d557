import { shippedPlan } from '#modules/selection/plan/shelf.ts'
import { type Plan, type QuotaOfUnit, quotaOf } from '#modules/selection/shared/index.ts'

/** Luoyang's real plan, given as many counties as a large province's campaign would ask. */
export const benchPlan = async (units: number): Promise<Plan> => {
  const plan = await shippedPlan('luoyang-2021')
  const county = plan.units.find(unit => unit.class === 'county')!
  const counties = Array.from({ length: units }, (_, index) => ({
    ...county,
    key: `county-${index + 1}`,
    name: nameOf(index),
    fullName: nameOf(index),
    regionCode: undefined,
    recommender: `${nameOf(index)}党史学习教育领导小组`,
  }))
  return { ...plan, units: counties as Plan['units'] }
}

export const nameOf = (index: number) => `示例第${index + 1}县`

/** What a county may put up in each category. */
export const quotasOf = (plan: Plan): QuotaOfUnit[] =>
  plan.categories.flatMap(({ key }) => {
    const quota = quotaOf(plan, plan.units[0]!, key)
    return quota ? [{ category: key, ...quota, countsAuto: plan.quotas.autoSecretaryInQuota }] : []
  })
