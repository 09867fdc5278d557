import type { Calendar } from '#kernel/calendar/shared/index.ts'
import type { Plan } from '../plan.ts'
import { basisRemarks } from './basis-remarks.ts'
import { calendarRemarks } from './calendar-remarks.ts'
import { type CategoryTotal, categoryTotals, type UnitLoad, unitLoads } from './load.ts'
import { numberRemarks } from './number-remarks.ts'
import { forecastPublicity, type PublicityForecast } from './publicity-forecast.ts'
import type { Remark } from './remark.ts'
import { forecastStages, type StageForecast } from './stage-forecast.ts'

/** What a plan implies, before anything is published. */
export type Rehearsal = {
  plan: { id: string; title: string; year: number }
  stages: StageForecast[]
  publicity: PublicityForecast[]
  totals: CategoryTotal[]
  units: UnitLoad[]
  remarks: Remark[]
}

export type RehearsalOptions = {
  /** Publication days to try, by stage key. */
  publishOn?: Readonly<Record<string, string>>
  /** Other plans, so that exclusions can be compared with the campaigns they come from. */
  others?: readonly Plan[]
}

/** Plays a plan through on the calendar: stages, publicity day by day, load per unit, and what will go wrong. */
export function rehearse(plan: Plan, calendar: Calendar, options: RehearsalOptions = {}): Rehearsal {
  const stages = forecastStages(plan, calendar)
  const publicity = forecastPublicity(plan, calendar, options.publishOn)
  const totals = categoryTotals(plan)
  const remarks = [
    ...calendarRemarks(plan, calendar, stages, publicity),
    ...numberRemarks(plan, totals),
    ...basisRemarks(plan, options.others ?? []),
  ]
  const { id, title, year } = plan
  return { plan: { id, title, year }, stages, publicity, totals, units: unitLoads(plan), remarks: byWeight(remarks) }
}

const weights = ['impossible', 'warning', 'note'] as const

const byWeight = (remarks: Remark[]) => weights.flatMap(weight => remarks.filter(remark => remark.weight === weight))
