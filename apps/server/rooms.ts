import { resetDemo } from '#database/demo/reset.ts'
import { type Api, accessRoutes, onDemoClockMoved, onDemoReset } from '#kernel/access/index.ts'
import { calendarRoutes } from '#kernel/calendar/index.ts'
import { fileRoutes } from '#kernel/files/index.ts'
import { runSweeps } from '#kernel/jobs/index.ts'
import { notificationRoutes } from '#kernel/notifications/index.ts'
import { publicityRoutes } from '#kernel/publicity/index.ts'
import { type BallotOptions, ballotRoutes } from '#modules/ballot/index.ts'
import { microRoutes } from '#modules/micro-projects/index.ts'
import { selectionRoutes } from '#modules/selection/index.ts'
import { log } from '#platform/logging/index.ts'

/** Every room's endpoints, bound to one API. */
export const bindRooms = (api: Api, { demo, clientAddress }: { demo: boolean } & BallotOptions): void => {
  accessRoutes(api, { demo })
  calendarRoutes(api)
  fileRoutes(api)
  notificationRoutes(api, { demo })
  publicityRoutes(api)
  selectionRoutes(api)
  ballotRoutes(api, { clientAddress })
  microRoutes(api, { clientAddress })
  if (demo) demoHooks(api)
}

/** What only a demo has: everything due happens when its clock moves, and it can start over. */
const demoHooks = ({ db }: Api): void => {
  onDemoClockMoved(() => runSweeps(db))
  onDemoReset(async () => {
    const { loaded } = await resetDemo(db)
    loaded.catch(error => log.error('demo reset failed', { error }))
  })
}
