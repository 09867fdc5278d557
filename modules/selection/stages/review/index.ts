import type { Db } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import type { StageOf } from '../../shared/index.ts'
import { undecided } from '../pending.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { presentReview } from './board.ts'
import { reviewTasks } from './my-seats.ts'
import { reviewRoutes } from './routes.ts'

/** Names nobody dealt with, what the plan's rules say, and scores that are missing or far apart. */
const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => [
  ...(await undecided(db, run)),
  ...(await ruleObstacles(db, run)),
  ...(await scoring(db, run)),
]

const scoring = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const { method, experts } = run.stage as StageOf<'review'>
  if (method === 'check') return []
  const { rows } = await presentReview(db, run)
  const standing = rows.filter(({ outcome }) => outcome !== 'out')
  const least = experts?.min ?? 1
  return [
    ...standing
      .filter(({ scores }) => scores < least)
      .map(({ nominationId, name, scores }) => ({
        severity: 'block' as const,
        nominationId,
        message: `“${name}”${scores === 0 ? '还没有' : `只有${scores}名`}专家评分，应不少于${least}名。`,
      })),
    ...standing
      .filter(({ wide }) => wide)
      .map(({ nominationId, name, spread }) => ({
        severity: 'warning' as const,
        nominationId,
        message: `“${name}”的评分最高与最低相差${spread}分，请核对。`,
      })),
  ]
}

export const review: StageKind = { kind: 'review', obstacles, tasks: reviewTasks, routes: reviewRoutes }
