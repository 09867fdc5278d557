import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { findingsAt } from '#modules/selection/check.ts'
import { sampleNominee } from '#modules/selection/sample/index.ts'
import { type Finding, frameFacts, nominationFacts, type Plan } from '#modules/selection/shared/index.ts'

/** A filled-in nomination with what the rules say of it; the nominations of the load are copies of some dozens. */
export type Template = ReturnType<typeof sampleNominee> & { category: string; subject: string; findings: Finding[] }

const today = '2021-12-06'

export const makeTemplates = (plan: Plan, perCategory: number): Template[] =>
  plan.categories.flatMap(({ key, subject }) =>
    Array.from({ length: perCategory }, (_, seed) => templateOf(plan, key, subject, seed + 1)),
  )

const templateOf = (plan: Plan, category: string, subject: string, seed: number): Template => {
  const { name, class: unitClass, recommender = '' } = plan.units[0]!
  const unit = { name, class: unitClass, recommender }
  const nominee = sampleNominee(plan, category, unit, { seed, today })
  const content = { id: '1', category, unit: { ...unit, id: '1' }, recommender, origin: 'unit' as const, rank: 1 }
  const nomination = nominationFacts(plan, { ...content, ...nominee }, { today, mode: 'draft' })
  const clock = { now: `${today}T12:00:00+08:00`, today, calendar: baseCalendar }
  const findings = findingsAt(plan, { ...frameFacts(plan, clock, {}), nomination }, 'edit', 'recommend')
  return { ...nominee, category, subject, findings }
}
