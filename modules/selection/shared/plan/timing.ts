import { chineseDate, shift } from '#kernel/calendar/shared/index.ts'
import type { Plan } from './plan.ts'
import { endOf, predecessors } from './stage-graph.ts'
import type { PlanStage, StageOf } from './stages.ts'

/** A date that a stage takes from itself or from another stage. */
export type Borrowed = { date: string; stage: PlanStage }

/** The first day on which a stage can begin as far as the plan tells: its own date, or that of what encloses it. */
export function stageStart(plan: Plan, stage: PlanStage): string | undefined {
  if (stage.opens) return stage.opens
  const before = predecessors(plan, stage)
  const ends = before.map(one => endOf(one)).filter(end => end !== undefined)
  if (!stage.within && before.length > 0 && ends.length === before.length) return ends.sort().at(-1)
  const home = plan.stages.find(({ key }) => key === stage.within)
  return home?.opens
}

/**
 * The day on whose morning a publicity period must be over, and whose date that is: the day after its own last day, or
 * the due date of the stage named in `mustEndBefore`, of the recommend stage around it, or of the next that has one (D-07).
 */
export function publicityDeadline(plan: Plan, stage: StageOf<'publicise'>): Borrowed | undefined {
  const named = plan.stages.find(({ key }) => key === stage.mustEndBefore)
  const home = plan.stages.find(({ key }) => key === stage.within)
  const later = plan.stages.slice(plan.stages.indexOf(stage) + 1).filter(one => one.within === stage.within)
  const own = endOf(stage)
  if (own) return { date: shift(own, 1), stage }
  const first = [named, ...(home ? [home] : later)].find(one => one && endOf(one))
  return first && { date: endOf(first)!, stage: first }
}

/** Says until when a publicity period must be over. */
export function deadlineWords(stage: PlanStage, { date, stage: by }: Borrowed): string {
  if (by === stage) return `须在${chineseDate(shift(date, -1))}24时前期满`
  return `须在“${by.title}”截止日${chineseDate(date)}之前期满`
}
