import type { Api } from '#kernel/access/index.ts'
import { campaignRoutes } from './campaigns.ts'
import { nominationRoutes } from './nominations.ts'
import { planRoutes } from './plans.ts'
import { submissionRoutes } from './submissions.ts'

/** Everything the desk asks of selection. */
export const selectionRoutes = (api: Api): void => {
  planRoutes(api)
  campaignRoutes(api)
  submissionRoutes(api)
  nominationRoutes(api)
}
