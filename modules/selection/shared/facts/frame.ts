import type { Plan } from '../plan/index.ts'
import type { ClockFacts, Facts } from '../rules/index.ts'

/** The part of the facts that a plan and the clock give, whatever is looked at. */
export const frameFacts = (plan: Plan, clock: ClockFacts, settings: Record<string, string>): Facts => ({
  clock,
  deadlines: Object.fromEntries(plan.stages.flatMap(({ key, dueBy }) => (dueBy ? [[key, dueBy]] : []))),
  departments: Object.fromEntries(plan.departments.map(({ key, name }) => [key, name])),
  materialNames: Object.fromEntries(plan.materials.map(({ key, name }) => [key, name])),
  settings,
})
