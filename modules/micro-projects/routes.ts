import type { Api } from '#kernel/access/index.ts'
import { boardRoutes } from './board/routes.ts'
import { chainRoutes } from './chain/routes.ts'
import { meetingPaperRoutes } from './documents/meeting-routes.ts'
import { paperRoutes } from './documents/routes.ts'
import { moneyRoutes } from './money/routes.ts'
import { pictureRoutes } from './pictures/routes.ts'
import { programmeRoutes } from './programme/routes.ts'
import { projectRoutes } from './project/routes.ts'
import type { OriginOptions } from './signatures/origin.ts'
import { signatureRoutes } from './signatures/routes.ts'

/** Binds the module's endpoints. */
export const microRoutes = (api: Api, options: OriginOptions = {}): void => {
  programmeRoutes(api)
  projectRoutes(api)
  signatureRoutes(api, options)
  pictureRoutes(api)
  boardRoutes(api)
  chainRoutes(api)
  moneyRoutes(api)
  paperRoutes(api)
  meetingPaperRoutes(api)
}
