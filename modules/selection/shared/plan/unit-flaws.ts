import type { Flaw } from './flaw.ts'
import type { Plan } from './plan.ts'
import type { PlanUnit } from './units.ts'

/** Units and classes that contradict each other or the region. */
export function unitFlaws(plan: Plan): Flaw[] {
  return [...emptyClasses(plan), ...plan.units.flatMap((unit, index) => oneUnit(plan, unit, ['units', index]))]
}

function emptyClasses(plan: Plan): Flaw[] {
  return plan.unitClasses.flatMap((unitClass, index): Flaw[] => {
    if (unitClass.open || plan.units.some(unit => unit.class === unitClass.key)) return []
    const message = `“${unitClass.name}”一个单位也没有`
    return [
      { path: ['unitClasses', index], code: 'class-empty', message, advice: '补上单位；名单以后再补的写 open: true。' },
    ]
  })
}

function oneUnit(plan: Plan, unit: PlanUnit, path: (string | number)[]): Flaw[] {
  const flaws: Flaw[] = []
  const unitClass = plan.unitClasses.find(({ key }) => key === unit.class)
  const { recommenderEnding: ending, recommenderExcludes: excludes } = unitClass ?? {}
  if (unit.recommender && ending && !unit.recommender.endsWith(ending)) {
    const message = `“${unitClass!.name}”的推荐单位落款应以“${ending}”结尾`
    flaws.push({ path: [...path, 'recommender'], code: 'recommender', message, advice: `改为“……${ending}”。` })
  }
  if (unit.recommender && excludes && unit.recommender.includes(excludes)) {
    const message = `“${unitClass!.name}”的推荐单位落款应为单位全称，不含“${excludes}”`
    flaws.push({ path: [...path, 'recommender'], code: 'recommender', message, advice: '改为单位全称。' })
  }
  if (unit.regionCode && !unit.regionCode.startsWith(significant(plan.region.code))) {
    const message = `“${unit.name}”的行政区划代码${unit.regionCode}不在${plan.region.name}（${plan.region.code}）之内`
    flaws.push({ path: [...path, 'regionCode'], code: 'region-outside', message, advice: '请核对代码。' })
  }
  if (circular(plan, unit)) {
    const message = `“${unit.name}”的上级推荐单位绕回了自己`
    flaws.push({ path: [...path, 'under'], code: 'unit-cycle', message, advice: '请核对 under。' })
  }
  return flaws
}

/** The digits of a region code that all codes below it share: 41 of 410000, 4103 of 410300. */
const significant = (code: string) => code.replace(/(00)+$/, '')

function circular(plan: Plan, unit: PlanUnit): boolean {
  const seen = new Set<string>()
  for (let at: PlanUnit | undefined = unit; at?.under; ) {
    const above: string = at.under
    if (above === unit.key) return true
    if (seen.has(above)) return false
    seen.add(above)
    at = plan.units.find(({ key }) => key === above)
  }
  return false
}
