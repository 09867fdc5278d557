import type { Api } from '#kernel/access/index.ts'
import { actRoutes } from './acts/routes.ts'
import { overviewRoutes } from './campaign/overview-routes.ts'
import { campaignRoutes } from './campaign/routes.ts'
import { urgingRoutes } from './campaign/urging-routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { nominationRoutes } from './nomination/routes.ts'
import { similarRoutes } from './nomination/similar-routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { selfRoutes } from './self/routes.ts'
import { submissionRoutes } from './submission/routes.ts'

/** Everything the desk asks of selection. */
export const selectionRoutes = (api: Api): void => {
  planRoutes(api)
  campaignRoutes(api)
  actRoutes(api)
  submissionRoutes(api)
  nominationRoutes(api)
  overviewRoutes(api)
  urgingRoutes(api)
  paperRoutes(api)
  intakeRoutes(api)
  similarRoutes(api)
  selfRoutes(api)
}
