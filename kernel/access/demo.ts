import { record } from '#kernel/audit/index.ts'
import { businessNow, businessToday, resetDemoClock, moveDemoClock as setAhead, sql } from '#platform/db/index.ts'
import { everyone, refuse, signedIn } from '#platform/http/index.ts'
import type { Api } from './actor.ts'
import { listDemoAccounts } from './queries.ts'
import { startSession } from './session.ts'
import { demoAccounts, demoSignIn, getDemoClock, moveDemoClock } from './shared/api.ts'

type AfterMove = () => Promise<void>
const afterMove: AfterMove[] = []

/** Registers what must happen once the business clock has moved: the sweeps of everything that fell due. */
export const onDemoClockMoved = (act: AfterMove): void => {
  afterMove.push(act)
}

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
    act: async ({ db }) => {
      const { rows } = await sql<{ moved: boolean }>`select exists (select from app.clock) as moved`.execute(db)
      return { today: await businessToday(db), now: await businessNow(db), moved: rows[0]!.moved }
    },
  })
  api.handle(moveDemoClock, {
    allow: signedIn,
    act: async ({ actor, db, body }) => {
      await move(api, body)
      // Before the record: what falls due writes into the audit chain on connections of its own, and would wait for ours.
      for (const act of afterMove) await act()
      await record(db, actor, { action: 'demo.clock.move', subjectKind: 'clock', subjectId: 0, detail: body })
      return { today: await businessToday(db), now: await businessNow(db) }
    },
  })
}

type Move = { to: string } | { days: number } | { reset: true }

/** Committed by itself before the sweeps run, which use their own connections. */
const move = async (api: Api, body: Move): Promise<void> => {
  if ('reset' in body) return resetDemoClock(api.db)
  const days = 'days' in body ? body.days : await daysUntil(api, body.to)
  if (days <= 0) throw refuse('clock.backwards', '演示时钟只能向后拨；要回到从前，请重置演示。', { status: 422 })
  const { rows } = await sql<{ ahead: string }>`
    select (coalesce((select ahead from app.clock), interval '0') + make_interval(days => ${days}))::text as ahead`.execute(
    api.db,
  )
  await setAhead(api.db, rows[0]!.ahead)
}

const daysUntil = async (api: Api, to: string) =>
  Temporal.PlainDate.from(await businessToday(api.db)).until(to, { largestUnit: 'day' }).days
