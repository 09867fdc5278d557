import type { Db } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import { poolOf } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'
import { undecided } from '../pending.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { voteObstacles } from './election.ts'
import { ballotRecord } from './result.ts'
import { ballotRoutes } from './routes.ts'

const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const vote = await voteObstacles(db, run)
  return [...result(run), ...vote, ...(await uncounted(db, run, vote.length > 0)), ...(await ruleObstacles(db, run))]
}

/** Names without a result are told in one line, since a vote's counts come for all at once. */
const uncounted = async (db: Db, run: StageRun, waits: boolean): Promise<Obstacle[]> => {
  const pending = new Set(
    (await poolOf(db, run.id)).filter(({ outcome }) => outcome === 'pending').map(({ nominationId }) => nominationId),
  )
  const others = (await undecided(db, run)).filter(
    ({ severity, nominationId }) => severity === 'warning' || !pending.has(nominationId ?? 0),
  )
  if (pending.size === 0 || waits) return others
  return [{ severity: 'block', message: `${pending.size}个候选对象还没有票数。` }, ...others]
}

const result = (run: StageRun): Obstacle[] => {
  const given = ballotRecord(run).result
  if (!given || given.confirmedBy) return []
  return [{ severity: 'block', message: `${given.enteredBy}录入的投票结果还没有由第二人复核。` }]
}

/**
 * The vote. It is held here, by the ballot module, which hands its published counts back; or elsewhere, and then its
 * result is entered on paper by two people.
 */
export const ballot: StageKind = { kind: 'ballot', obstacles, routes: ballotRoutes }
