import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { strokePlace } from '#kernel/names/index.ts'
import { findingsAt } from '#modules/selection/check.ts'
import { marksOf, textsOf } from '#modules/selection/nomination/prints.ts'
import { sampleNominee } from '#modules/selection/sample/index.ts'
import { type Finding, frameFacts, nominationFacts, type Plan } from '#modules/selection/shared/index.ts'

/** A filled-in nomination with what the rules say of it; the nominations of the load are copies of some dozens. */
export type Template = ReturnType<typeof sampleNominee> & {
  category: string
  subject: string
  findings: Finding[]
  nameOrder: string
  prints: { material: string; marks: number[] }[]
}

const today = '2021-12-06'

export const makeTemplates = (plan: Plan, perCategory: number): Promise<Template[]> =>
  Promise.all(
    plan.categories.flatMap(({ key, subject }) =>
      Array.from({ length: perCategory }, (_, seed) => templateOf(plan, key, subject, seed + 1)),
    ),
  )

const templateOf = async (plan: Plan, category: string, subject: string, seed: number): Promise<Template> => {
  const { name, class: unitClass, recommender = '' } = plan.units[0]!
  const unit = { name, class: unitClass, recommender }
  const nominee = sampleNominee(plan, category, unit, { seed, today })
  const content = { id: '1', category, unit: { ...unit, id: '1' }, recommender, origin: 'unit' as const, rank: 1 }
  const nomination = nominationFacts(plan, { ...content, ...nominee }, { today, mode: 'draft' })
  const clock = { now: `${today}T12:00:00+08:00`, today, calendar: baseCalendar }
  const findings = findingsAt(plan, { ...frameFacts(plan, clock, {}), nomination }, 'edit', 'recommend')
  const nameOrder = await strokePlace(nominee.name)
  const prints = textsOf(nominee.articles).map(({ material, text }) => ({ material, marks: marksOf(1, text) }))
  return { ...nominee, category, subject, findings, nameOrder, prints }
}
