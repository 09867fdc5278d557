import type { Db } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import { undecided } from '../pending.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { inspectRoutes } from './routes.ts'
import { inspectTasks } from './tasks.ts'

/** Candidates without a conclusion, and what the plan's rules ask of teams, visits and materials. */
const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => [
  ...(await undecided(db, run)),
  ...(await ruleObstacles(db, run)),
]

export const inspect: StageKind = { kind: 'inspect', obstacles, tasks: inspectTasks, routes: inspectRoutes }
