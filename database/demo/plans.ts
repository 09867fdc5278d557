import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { shippedPlan } from '#modules/selection/index.ts'
import { type Plan, type PlanUnit, redate, writePlan } from '#modules/selection/shared/index.ts'
import type { DemoDraft } from './campaign.ts'
import { cityName, countyName, enterpriseName, universityName } from './places.ts'

/** A shipped plan made over for the demo: other dates, and not one real place, unit or office in it. */
export type DemoPlan = {
  from: string
  id: string
  startOn: string
  /** Stands before the names of its counties. */
  city: string
  words: [string, string][]
}

/** Projects of the year before are honoured; sentences and windows that name the year follow. */
const years: [string, string][] = [
  ['2021-01-01', '2025-01-01'],
  ['2021-12-31', '2025-12-31'],
  ['2021年度', '2025年度'],
  ['2020年以来', '2024年以来'],
  ['2021年', '2026年'],
  ['2017年', '2026年'],
]

/** 2026 is the demo's year: its holidays are announced, so nothing in it is provisional. */
export const firstDay = '2026-05-20'

export const demoPlans = {
  finished: {
    from: 'luoyang-2021',
    id: 'demo-city-2026',
    startOn: '2026-03-09',
    city: '示例三市',
    words: [
      ['洛阳市', '示例三市'],
      ['洛阳', '示例三市'],
      ['河南省', '示例省'],
      ['洛学办发〔2021〕32号', '示办发〔2026〕8号'],
    ],
  },
  inReview: {
    from: 'henan-2021',
    id: 'demo-province-2026',
    startOn: '2026-05-11',
    city: '',
    words: [
      ['河南省', '示例省'],
      ['济源', '示例'],
    ],
  },
  recommending: {
    from: 'jiaozuo-2017',
    id: 'demo-party-2026',
    startOn: '2026-05-11',
    city: '示例八市',
    words: [
      ['焦作市', '示例八市'],
      ['焦作', '示例八市'],
    ],
  },
} satisfies Record<string, DemoPlan>

/** A shipped plan made over, ready to be drafted and published. */
export const madeOver = async (demo: DemoPlan): Promise<DemoDraft> => {
  const { plan } = redate(await shippedPlan(demo.from), { id: demo.id, startOn: demo.startOn }, baseCalendar)
  const text = writePlan({ ...plan, units: renamed(plan, demo.city) })
  const words = [...demo.words, ...years].reduce((all, [real, made]) => all.replaceAll(real, made), text)
  return { sources: { 'plan.yaml': words }, basedOn: demo.from }
}

/** Recommending units under made-up names, in the same order and with the same figures. */
const renamed = (plan: Plan, city: string): PlanUnit[] => {
  const counters = new Map<string, number>()
  return plan.units.map(unit => {
    const index = counters.get(unit.class) ?? 0
    counters.set(unit.class, index + 1)
    return rename(unit, index, city)
  })
}

const rename = (unit: PlanUnit, index: number, city: string): PlanUnit => {
  const { regionCode: _, formerNames: __, note: ___, ...rest } = unit
  const name = nameLike(unit, index, city)
  if (!name) return rest
  const group = unit.recommender?.endsWith('党史学习教育领导小组') ? `${name}党史学习教育领导小组` : name
  return { ...rest, name, fullName: name, recommender: group }
}

/** Offices keep their kind's name (市教育局); places and companies lose theirs. */
const nameLike = ({ class: unitClass, name }: PlanUnit, index: number, city: string): string | undefined => {
  if (unitClass === 'city') return cityName(index)
  if (unitClass === 'demonstration-zone') return '示例示范区'
  if (unitClass === 'county' && !name.endsWith('工委')) return city + countyName(name, index)
  if (unitClass === 'enterprise') return enterpriseName(index)
  if (unitClass === 'university' || /大学|学院|师专/.test(name)) return universityName(index)
  if (/集团|铝业|电厂|万方|公司/.test(name)) return enterpriseName(index)
  return undefined
}
