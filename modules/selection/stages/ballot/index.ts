import { ballotTasks } from '#modules/ballot/index.ts'
import type { Db } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import { undecided } from '../pending.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { voteObstacles } from './election.ts'
import { ballotRecord } from './result.ts'
import { ballotRoutes } from './routes.ts'

const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => [
  ...result(run),
  ...(await undecided(db, run)),
  ...(await ruleObstacles(db, run)),
  ...(await voteObstacles(db, run)),
]

const result = (run: StageRun): Obstacle[] => {
  const given = ballotRecord(run).result
  if (!given || given.confirmedBy) return []
  return [{ severity: 'block', message: `${given.enteredBy}录入的投票结果还没有由第二人复核。` }]
}

/**
 * The vote. It is held here, by the ballot module, which hands its published counts back; or elsewhere, and then its
 * result is entered on paper by two people.
 */
export const ballot: StageKind = { kind: 'ballot', obstacles, tasks: ballotTasks, routes: ballotRoutes }
