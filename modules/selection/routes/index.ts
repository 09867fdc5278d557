import type { Api } from '#kernel/access/index.ts'
import { selfRoutes } from '../self/routes.ts'
import { actRoutes } from './acts.ts'
import { campaignRoutes } from './campaigns.ts'
import { documentRoutes } from './documents.ts'
import { nominationRoutes } from './nominations.ts'
import { overviewRoutes } from './overview.ts'
import { planRoutes } from './plans.ts'
import { similarRoutes } from './similar.ts'
import { submissionRoutes } from './submissions.ts'
import { urgingRoutes } from './urging.ts'

/** Everything the desk asks of selection. */
export const selectionRoutes = (api: Api): void => {
  planRoutes(api)
  campaignRoutes(api)
  actRoutes(api)
  submissionRoutes(api)
  nominationRoutes(api)
  overviewRoutes(api)
  urgingRoutes(api)
  documentRoutes(api)
  similarRoutes(api)
  selfRoutes(api)
}
