import { type Calendar, deadline, isWorkday, shift, workdaysBetween } from '#kernel/calendar/shared/index.ts'
import type { Plan } from '../plan.ts'
import { endOf, predecessors } from '../stage-graph.ts'
import type { PlanStage, PlanStageKind } from '../stages.ts'

/** When one stage opens and ends, as far as the plan tells. */
export type StageForecast = {
  key: string
  title: string
  kind: PlanStageKind
  level: PlanStage['level']
  within?: string
  /** First day, and whether the plan names it or it follows from the stages before. */
  opens?: { date: string; given: boolean }
  /** Last day in time, inclusive (D-03). */
  ends?: { date: string; restDay: boolean; provisional: boolean }
  /** Words of the plan where it names no day (择机). */
  when?: string
  /** Working days from the first to the last day, both counted. */
  workdays?: number
}

/** Open and close of every stage, in the plan's order. */
export function forecastStages(plan: Plan, calendar: Calendar): StageForecast[] {
  return plan.stages.map(stage => {
    const { key, title, kind, level, within, when } = stage
    const opens = opensOn(plan, stage)
    const end = endOf(stage)
    const due = end ? deadline(calendar, end) : undefined
    return {
      key,
      title,
      kind,
      level,
      ...(within && { within }),
      ...(opens && { opens }),
      ...(due && { ends: { date: due.date, restDay: due.isRestDay, provisional: due.provisional } }),
      ...(when && { when }),
      ...(opens && due && due.date >= opens.date && { workdays: workdaysIn(calendar, opens.date, due.date) }),
    }
  })
}

/**
 * The first day of a stage: its own date; the day after the last of the stages before it (with which it runs side by
 * side where both end on one day); or the first day of the recommend stage around it.
 */
export function opensOn(plan: Plan, stage: PlanStage): StageForecast['opens'] {
  if (stage.opens) return { date: stage.opens, given: true }
  const date = after(plan, stage)
  if (!date) return undefined
  const end = endOf(stage)
  const [before] = predecessors(plan, stage)
  if (end && end < date && before) return opensOn(plan, before) && { date: opensOn(plan, before)!.date, given: false }
  return { date, given: false }
}

function after(plan: Plan, stage: PlanStage): string | undefined {
  const home = plan.stages.find(({ key }) => key === stage.within)
  if (home) return home.opens
  const ends = predecessors(plan, stage).map(before => dayAfter(plan, before))
  if (ends.length === 0 || ends.includes(undefined)) return undefined
  return (ends as string[]).sort().at(-1)
}

function dayAfter(plan: Plan, before: PlanStage): string | undefined {
  const end = endOf(before)
  return end ? shift(end, 1) : opensOn(plan, before)?.date
}

/** Working days in a closed span. */
export function workdaysIn(calendar: Calendar, from: string, to: string): number {
  return workdaysBetween(calendar, from, to).workdays + (isWorkday(calendar, from) ? 1 : 0)
}
