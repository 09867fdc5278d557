import type { Db } from '#platform/db/index.ts'
import { type RankBy, standingsOf } from '../../campaign/standings.ts'
import type { StageRun } from '../../load.ts'
import { mainStages, type StageOf } from '../../shared/index.ts'

export type DecideRun = StageRun & { stage: StageOf<'decide'> }

export type Standing = {
  /** By which names stand in a list. A name that lacks one of the parts has none, and no machine makes one up. */
  scores: Map<number, number>
  /** What the public vote gave each, whether it counts for anything or not. */
  votes: Map<number, number>
}

/**
 * What reviews and votes left of each name: the experts' means and the votes weighted as the stage's `rankBy` says;
 * without it, the last review that was scored.
 */
export const standingOf = async (db: Db, run: DecideRun): Promise<Standing> => {
  const { scores, votes, totalOf } = await standingsOf(db, run.campaign)
  const parts = partsOf(run)
  return {
    scores: new Map(
      [...scores.keys()].flatMap(id => {
        const total = totalOf(id, parts)
        return total === null ? [] : [[id, total] as const]
      }),
    ),
    votes: new Map([...votes].map(([id, { count }]) => [id, count])),
  }
}

const partsOf = (run: DecideRun): RankBy => {
  if (run.stage.rankBy) return run.stage.rankBy
  const reviews = mainStages(run.campaign.plan).filter(stage => stage.kind === 'review' && stage.method !== 'check')
  return reviews.slice(-1).map(({ key }) => ({ stage: key, weight: 100 }))
}
