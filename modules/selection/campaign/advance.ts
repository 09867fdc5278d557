import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadStageRun, type StageRun } from '../load.ts'
import { mainStages, stepsWithin } from '../shared/index.ts'
import { stageKinds } from '../stages/index.ts'
import { passOn, requireOpenStage } from './pool.ts'

/** Opens a stage and, with it, those that run within it (the unit's own 公示, vetting and committee meeting). */
export const openStage = async (tx: Tx, actor: Actor, run: StageRun): Promise<void> => {
  await sql`update selection.stage_run set state = 'open', opened_at = app.now()
    where campaign_id = ${run.campaign.id} and stage = any(${withSteps(run)}::text[])`.execute(tx)
  await sql`update selection.campaign set stage_run_id = ${run.id} where id = ${run.campaign.id}`.execute(tx)
  await stageKinds[run.stage.kind].open?.(tx, actor, { ...run, runState: 'open' })
  await record(tx, actor, {
    action: 'selection.stage.open',
    subjectKind: 'campaign',
    subjectId: run.campaign.id,
    detail: { stage: run.key },
  })
}

/**
 * Closes a stage and opens the next with everyone who passed. After the last one the campaign is finished.
 * @throws Problem `stage.unfinished` with what stands in the way
 */
export const closeStage = async (tx: Tx, actor: Actor, run: StageRun): Promise<{ next: string | null }> => {
  requireOpenStage(run)
  const kind = stageKinds[run.stage.kind]
  const stops = (await kind.obstacles(tx, run)).filter(({ severity }) => severity === 'block')
  if (stops.length > 0)
    throw refuse('stage.unfinished', `“${run.stage.title}”还有${stops.length}件事没有办完。`, { findings: stops })
  await kind.close?.(tx, actor, run)
  await sql`update selection.stage_run set state = 'closed', closed_at = app.now()
    where campaign_id = ${run.campaign.id} and stage = any(${withSteps(run)}::text[])`.execute(tx)
  await record(tx, actor, {
    action: 'selection.stage.close',
    subjectKind: 'campaign',
    subjectId: run.campaign.id,
    detail: { stage: run.key },
  })
  return { next: await openNext(tx, actor, run) }
}

const openNext = async (tx: Tx, actor: Actor, run: StageRun): Promise<string | null> => {
  const { plan, id } = run.campaign
  const stages = mainStages(plan)
  const nextKey = stages[stages.findIndex(({ key }) => key === run.key) + 1]?.key
  const next = nextKey && (await loadStageRun(tx, id, nextKey))
  if (!next) {
    await sql`update selection.campaign set state = 'finished', finished_at = app.now(), stage_run_id = null
      where id = ${id}`.execute(tx)
    return null
  }
  await passOn(tx, run.id, next)
  await openStage(tx, actor, next)
  return next.key
}

/** The stage's own key and those of the steps that units take within it. */
const withSteps = ({ campaign, stage }: StageRun) => [stage, ...stepsWithin(campaign.plan, stage)].map(({ key }) => key)
