import type { Plan } from '../plan.ts'
import { unitListIsOpen } from '../pool.ts'
import { quotaLineFor } from '../quota.ts'
import type { CategoryTotal } from './load.ts'
import type { Remark } from './remark.ts'

/** What the numbers of the plan come to: pools too small for their shortlist, awards still open, figures at a boundary. */
export function numberRemarks(plan: Plan, totals: CategoryTotal[]): Remark[] {
  return [
    ...totals.flatMap((total, index) => [...candidateRemarks(plan, total, index), ...awardRemarks(plan, total, index)]),
    ...nearThreshold(plan),
    ...openUnits(plan),
  ]
}

/** Jiaozuo's 138 < 150: the shortlist is larger than all quotas together (A6). */
function candidateRemarks(plan: Plan, total: CategoryTotal, index: number): Remark[] {
  const { name, candidates, full, max, automatic } = total
  if (candidates === undefined || full === null || full >= candidates) return []
  const path = ['categories', index, 'candidates']
  const short = `“${name}”候选对象${candidates}个，各单位名额合计${sumWords(total)}个，名额用足仍差${candidates - full}个。`
  if (max! >= candidates) {
    const message = `${short}自动列为推荐对象的组织负责人${automatic}个不占名额，合计至多${max}个，可以达到。`
    return [{ weight: 'warning', code: 'candidates-need-automatic', path, message }]
  }
  const [weight, end] = unitListIsOpen(plan)
    ? (['warning', '单位名单未列尽，增加单位后才可能达到；否则请调整名额或差额比例。'] as const)
    : (['impossible', '请调整名额或差额比例。'] as const)
  const auto = plan.quotas.autoSecretaryInQuota ? '自动列为推荐对象的组织负责人已占名额，不能补足。' : ''
  return [{ weight, code: 'candidates-unreachable', path, message: short + auto + end }]
}

const sumWords = ({ least, full }: CategoryTotal) => (least === full ? `${full}` : `${least}—${full}`)

function awardRemarks(_plan: Plan, { name, awards, max }: CategoryTotal, index: number): Remark[] {
  const path = ['categories', index, 'awards']
  if (awards === null) {
    return [{ weight: 'note', code: 'awards-open', path, message: `“${name}”没有写表彰数额，须在审定前确定。` }]
  }
  if (max === null || max >= awards) return []
  const message = `“${name}”表彰${awards}个，而现有单位名额合计至多${max}个。`
  return [{ weight: 'warning', code: 'awards-unreachable', path, message }]
}

/** R001-04: a unit within one percent of a population step may fall on the other side by another figure. */
function nearThreshold(plan: Plan): Remark[] {
  const first = plan.categories[0]
  if (!first) return []
  return plan.units.flatMap((unit, index): Remark[] => {
    const amount = quotaLineFor(plan, unit, first.key)?.amount
    if (amount?.kind !== 'byPopulation' || !unit.population) return []
    const { value, year, kind } = unit.population
    const step = amount.steps.find(({ atLeast }) => Math.abs(value - atLeast) / atLeast <= 0.01)
    if (!step) return []
    const words = `${year}年${kind === 'resident' ? '常住' : '户籍'}人口${value}人`
    const message = `“${unit.name}”${words}，与分档线${step.atLeast}人相差不到1%，换一个口径或年份名额可能不同，请核定。`
    return [{ weight: 'warning', code: 'near-threshold', path: ['units', index, 'population'], message }]
  })
}

function openUnits(plan: Plan): Remark[] {
  const open = plan.unitClasses.filter(one => one.open).map(({ name }) => `“${name}”`)
  if (open.length === 0) return []
  const message = `${open.join('、')}的单位名单未列尽，以上合计按现有${plan.units.length}个单位计算。`
  return [{ weight: 'note', code: 'open-units', path: ['unitClasses'], message }]
}
