import type { Db } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import { undecided } from '../pending.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { shortlistRoutes } from './routes.ts'

/** Names not yet chosen or left out, and what the plan's rules say of those chosen: numbers, shares, one award each. */
const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => [
  ...(await undecided(db, run)),
  ...(await ruleObstacles(db, run)),
]

export const shortlist: StageKind = { kind: 'shortlist', obstacles, routes: shortlistRoutes }
