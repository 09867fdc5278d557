import { businessNow, businessToday, sql } from '#platform/db/index.ts'
import { everyone, refuse, signedIn } from '#platform/http/index.ts'
import type { Api } from './actor.ts'
import { presentClock, turnClock } from './demo-clock.ts'
import { listDemoAccounts } from './queries.ts'
import { startSession } from './session.ts'
import { demoAccounts, demoSignIn, getDemoClock, moveDemoClock } from './shared/api.ts'

/** One-click logins and the clock. Bound only in a demo: with DEMO=0 these addresses do not exist. */
export const demoRoutes = (api: Api): void => {
  api.handle(demoAccounts, {
    allow: everyone('the demo shows its accounts on the login page'),
    act: async ({ db }) => ({ accounts: await listDemoAccounts(db) }),
  })
  api.handle(demoSignIn, {
    allow: everyone('one-click login of the demo'),
    act: async ({ db, c, body }) => {
      const { rows } = await sql<{ id: number }>`
        select id from access.account where login = ${body.login} and demo and active`.execute(db)
      if (!rows[0]) throw refuse('demo.unknown', '没有这个演示账号。', { status: 404 })
      await startSession(db, c, rows[0].id)
      return { ok: true as const }
    },
  })
  api.handle(getDemoClock, {
    allow: everyone('the clock of the demo is shown to every visitor'),
    act: ({ db }) => presentClock(db),
  })
  api.handle(moveDemoClock, {
    allow: signedIn,
    act: async ({ actor, body }) => {
      await turnClock(api.db, actor, body)
      return { today: await businessToday(api.db), now: await businessNow(api.db) }
    },
  })
}
