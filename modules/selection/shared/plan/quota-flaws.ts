import type { Flaw } from './flaw.ts'
import type { Plan } from './plan.ts'
import { candidateTarget, reachOf, unitListIsOpen } from './pool.ts'
import { quotaLineFor } from './quota.ts'

/** Quotas that are missing, given twice, or reckoned from figures that are not there. */
export function quotaFlaws(plan: Plan): Flaw[] {
  return [...lineFlaws(plan), ...uncovered(plan), ...missingFigures(plan), ...awardFlaws(plan)]
}

function lineFlaws(plan: Plan): Flaw[] {
  const seen = new Map<string, number>()
  return plan.quotas.lines.flatMap((line, index): Flaw[] => {
    const path = ['quotas', 'lines', index]
    if (!line.classes === !line.units) {
      const message = '这一行名额应写明适用的单位类别或单位'
      return [{ path, code: 'quota-missing', message, advice: '写 classes 或 units，二者取一。' }]
    }
    const { amount } = line
    if (amount.kind === 'range' && amount.min > amount.max) {
      const message = `名额下限${amount.min}大于上限${amount.max}`
      return [{ path: [...path, 'amount'], code: 'quota-range', message, advice: '请核对 min 和 max。' }]
    }
    if (amount.kind === 'byPopulation' && !ascending(amount.steps.map(({ atLeast }) => atLeast))) {
      const message = '人口分档应由低到高，且不重复'
      return [
        { path: [...path, 'amount', 'steps'], code: 'quota-range', message, advice: '请按 atLeast 由小到大排列。' },
      ]
    }
    const categories = line.categories === 'all' ? plan.categories.map(({ key }) => key) : line.categories
    const slots = (line.classes ?? []).flatMap(name => categories.map(category => `${name} ${category}`))
    const twice = slots.find(slot => seen.has(slot))
    for (const slot of slots) seen.set(slot, index)
    if (!twice) return []
    const message = `单位类别 ${twice.replace(' ', ' 在类别 ')} 中的名额写了两次`
    return [{ path, code: 'quota-twice', message, advice: '只留一行；个别单位不同的，另用 units 写一行。' }]
  })
}

const ascending = (values: number[]) => values.every((value, index) => index === 0 || values[index - 1]! < value)

function uncovered(plan: Plan): Flaw[] {
  return plan.unitClasses.flatMap((unitClass, index) => {
    const [unit] = plan.units.filter(one => one.class === unitClass.key)
    if (!unit) return []
    return plan.categories.flatMap((category): Flaw[] => {
      if (quotaLineFor(plan, unit, category.key)) return []
      const message = `“${unitClass.name}”在“${category.name}”中没有名额规定`
      const advice = '在 quotas.lines 中补一行；不得推荐的写 { kind: fixed, count: 0 }。'
      return [{ path: ['unitClasses', index], code: 'quota-missing', message, advice }]
    })
  })
}

function missingFigures(plan: Plan): Flaw[] {
  return plan.units.flatMap((unit, index) => {
    const needs = new Map<string, string>()
    for (const category of plan.categories) {
      const amount = quotaLineFor(plan, unit, category.key)?.amount
      if (amount?.kind === 'byPopulation') needs.set('population', amount.populationKind)
      if (amount?.kind === 'proportional' || amount?.kind === 'share') needs.set(amount.measure, '')
    }
    return [...needs].flatMap(([measure, kind]): Flaw[] => {
      const path = ['units', index]
      if (measure !== 'population') {
        if (unit.measures?.[measure] !== undefined) return []
        const message = `“${unit.name}”没有填写基数 ${measure}，名额无法计算`
        return [{ path, code: 'quota-basis', message, advice: `在该单位的 measures 中填写 ${measure}。` }]
      }
      if (unit.population && (!kind || unit.population.kind === kind)) return []
      const wanted = kind === 'registered' ? '户籍' : '常住'
      const message = `“${unit.name}”没有${kind ? wanted : ''}人口数，名额无法计算`
      return [{ path, code: 'quota-basis', message, advice: '填写 population：人数、年份、口径和来源。' }]
    })
  })
}

/** More awards than there can be nominees. Where the list of units is still open the rehearsal warns instead. */
function awardFlaws(plan: Plan): Flaw[] {
  return plan.categories.flatMap((category, index): Flaw[] => {
    const { awards } = category
    if (awards === null) return []
    const path = ['categories', index]
    const target = candidateTarget(category)
    if (target !== undefined && target < awards) {
      const message = `“${category.name}”候选对象${target}个，少于表彰数额${awards}个`
      return [
        { path: [...path, 'candidates'], code: 'awards-candidates', message, advice: '候选对象数不得少于表彰数额。' },
      ]
    }
    const { max } = reachOf(plan, category)
    if (max === null || max >= awards || unitListIsOpen(plan)) return []
    const message = `“${category.name}”表彰${awards}个，而各单位名额合计至多${max}个`
    return [{ path: [...path, 'awards'], code: 'awards-unreachable', message, advice: '增加名额或减少表彰数额。' }]
  })
}
