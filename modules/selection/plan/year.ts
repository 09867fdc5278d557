import type { Calendar } from '#kernel/calendar/shared/index.ts'
import { MAIN_FILE, type Plan, type PlanSources, type Redated, readPlan, redate, writePlan } from '../shared/index.ts'
import { faulty } from './plan.ts'

/** The id of a plan in another year: `luoyang-2021` becomes `luoyang-2026`. */
export const slugInYear = (id: string, year: number): string => {
  const stem = id.replace(/-?\d{4}$/, '')
  return `${(stem || 'plan').slice(0, 43)}-${year}`
}

/**
 * A plan's files copied to another year, every date at its old distance in working days.
 * @throws Problem `plan.faulty`: only a sound plan can be re-dated
 */
export const inAnotherYear = (sources: PlanSources, year: number, calendar: Calendar, slug?: string): Copied => {
  const { plan, faults } = readPlan(sources, calendar)
  if (!plan) throw faulty(faults)
  const copied = redate(plan, { id: slug ?? slugInYear(plan.id, year), year }, calendar)
  return { ...copied, from: plan, sources: { [MAIN_FILE]: writePlan(copied.plan) } }
}

type Copied = Redated & { from: Plan; sources: PlanSources }

/** The dates of every stage before and after. */
export const movedStages = ({ from, plan }: Copied) =>
  plan.stages.map((stage, index) => {
    const was = from.stages[index]!
    const moved = (field: 'opens' | 'dueBy' | 'closes') => ({ from: was[field], to: stage[field] })
    return {
      key: stage.key,
      title: stage.title,
      opens: moved('opens'),
      dueBy: moved('dueBy'),
      closes: moved('closes'),
    }
  })
