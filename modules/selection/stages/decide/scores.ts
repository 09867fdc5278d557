import { type Db, sql } from '#platform/db/index.ts'
import type { StageRun } from '../../load.ts'
import { combined, mainStages, meanOf, type StageOf } from '../../shared/index.ts'

export type DecideRun = StageRun & { stage: StageOf<'decide'> }

type Row = { stage: string; nominationId: number; total: number }

/**
 * The score by which names stand in a list: the experts' means weighted as the stage's `rankBy` says; without it, the
 * last review that was scored. A name that lacks one of the parts has none, and no machine makes one up.
 */
export const scoresOf = async (db: Db, run: DecideRun): Promise<Map<number, number>> => {
  const { rows } = await sql<Row>`
    select r.stage, c.nomination_id as "nominationId", c.total::float8 as total
    from selection.score c join selection.expert x on x.id = c.expert_id
    join selection.stage_run r on r.id = x.stage_run_id
    where r.campaign_id = ${run.campaign.id} and c.state = 'final' and not c.recused and c.total is not null`.execute(
    db,
  )
  const parts = partsOf(run)
  return new Map(
    [...Map.groupBy(rows, ({ nominationId }) => nominationId)].flatMap(([id, own]) => {
      const score = combined(parts.map(({ stage, weight }) => ({ weight, score: meanIn(run, own, stage) })))
      return score === null ? [] : [[id, score]]
    }),
  )
}

const partsOf = (run: DecideRun): { stage: string; weight: number }[] => {
  if (run.stage.rankBy) return run.stage.rankBy
  const reviews = mainStages(run.campaign.plan).filter(stage => stage.kind === 'review' && stage.method !== 'check')
  return reviews.slice(-1).map(({ key }) => ({ stage: key, weight: 100 }))
}

const meanIn = (run: DecideRun, own: Row[], key: string): number | null => {
  const stage = run.campaign.plan.stages.find(each => each.key === key)
  const marks = own.filter(row => row.stage === key).map(({ total }) => total)
  return stage?.kind === 'review' ? meanOf(marks, stage.mean) : null
}
