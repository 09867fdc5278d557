import type { Plan } from './plan.ts'
import type { PlanStage, StageOf } from './stages.ts'

/** The stages that must be over before one begins: those it names, or the one listed before it at its own depth. */
export function predecessors(plan: Plan, stage: PlanStage): PlanStage[] {
  if (stage.after) return plan.stages.filter(({ key }) => stage.after!.includes(key))
  const peers = plan.stages.filter(({ within }) => within === stage.within)
  const before = peers[peers.indexOf(stage) - 1]
  return before ? [before] : []
}

/** The stage in which units nominate and hand in; a plan has at most one. */
export function recommendStage(plan: Plan): StageOf<'recommend'> | undefined {
  return plan.stages.find((stage): stage is StageOf<'recommend'> => stage.kind === 'recommend')
}

/** The stages of the organiser's own pipeline, in order; steps inside a recommend stage are left out. */
export function mainStages(plan: Plan): PlanStage[] {
  return plan.stages.filter(({ within }) => !within)
}

/** The steps that each unit takes inside a recommend stage. */
export function stepsWithin(plan: Plan, stage: PlanStage): PlanStage[] {
  return plan.stages.filter(({ within }) => within === stage.key)
}

/** The last day of a stage as the plan gives it. */
export function endOf(stage: PlanStage): string | undefined {
  return stage.closes ?? stage.dueBy
}

/** A circle of stages each of which waits for the next, or undefined. */
export function stageCycle(plan: Plan): PlanStage[] | undefined {
  const done = new Set<PlanStage>()
  const visit = (stage: PlanStage, trail: PlanStage[]): PlanStage[] | undefined => {
    const start = trail.indexOf(stage)
    if (start >= 0) return trail.slice(start)
    if (done.has(stage)) return undefined
    done.add(stage)
    for (const before of predecessors(plan, stage)) {
      const cycle = visit(before, [...trail, stage])
      if (cycle) return cycle
    }
    return undefined
  }
  for (const stage of plan.stages) {
    const cycle = visit(stage, [])
    if (cycle) return cycle
  }
  return undefined
}
