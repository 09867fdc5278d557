import type { Actor } from '#kernel/access/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import { undecided } from '../pending.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { ballotModule } from './connect.ts'
import { ballotRecord } from './result.ts'
import { ballotRoutes } from './routes.ts'

export { type BallotModule, connectBallot } from './connect.ts'
export { recordVotes } from './votes.ts'

const open = async (tx: Tx, actor: Actor, run: StageRun): Promise<void> => {
  await ballotModule()?.open?.(tx, actor, run)
}

const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => [
  ...result(run),
  ...(await undecided(db, run)),
  ...(await ruleObstacles(db, run)),
  ...((await ballotModule()?.obstacles?.(db, run)) ?? []),
]

const result = (run: StageRun): Obstacle[] => {
  const given = ballotRecord(run).result
  if (!given || given.confirmedBy) return []
  return [{ severity: 'block', message: `${given.enteredBy}录入的投票结果还没有由第二人复核。` }]
}

/**
 * The door of the vote. Votes themselves are held by the ballot module, which connects itself by `connectBallot`;
 * until then, and for polls held elsewhere, their result is entered on paper by two people.
 */
export const ballot: StageKind = { kind: 'ballot', open, obstacles, routes: ballotRoutes }
