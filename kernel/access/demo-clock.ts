import { record } from '#kernel/audit/index.ts'
import { businessNow, businessToday, type Db, inTransaction, moveDemoClock, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Actor } from './actor.ts'

type Act = () => Promise<void>
const afterMove: Act[] = []
let reset: Act | undefined

/** Registers what must happen once the business clock has moved: the sweeps of everything that fell due. */
export const onDemoClockMoved = (act: Act): void => {
  afterMove.push(act)
}

/** Registers what brings the demo's first day and its data back: it resolves once that has begun. */
export const onDemoReset = (act: Act): void => {
  reset = act
}

/** A day on which something falls due, and what. */
export type DueDate = { on: string; what: string }
type FindDue = (db: Db, today: string) => Promise<DueDate | undefined>
const dueDates = new Map<string, FindDue>()

/** Registers how a room finds its earliest due date after today, for the demo's “拨到下一个截止日”. */
export const registerDueDates = (name: string, find: FindDue): void => {
  if (dueDates.has(name)) throw new Error(`The due dates of ${name} are registered twice`)
  dueDates.set(name, find)
}

/** The earliest due date of any room after today. */
export const nextDueDate = async (db: Db): Promise<DueDate | null> => {
  const today = await businessToday(db)
  const found = await Promise.all([...dueDates.values()].map(find => find(db, today)))
  return found.filter(due => due !== undefined).sort((a, b) => a.on.localeCompare(b.on))[0] ?? null
}

/** Under this setting a reset under way keeps how far it is; once it is done there is none. */
export const demoResetKey = 'demo.reset'

export const presentClock = async (db: Db) => {
  const { rows } = await sql<{ resetting: string | null }>`
    select (select value #>> '{}' from app.setting where key = ${demoResetKey}) as resetting`.execute(db)
  return { today: await businessToday(db), now: await businessNow(db), next: await nextDueDate(db), ...rows[0]! }
}

export type Move = { to: string } | { days: number } | { toNext: true } | { reset: true }

/**
 * Moves the clock, or starts the demo over. Committed by itself before the sweeps run, which use their own connections
 * and write into the audit chain.
 * @throws Problem `clock.backwards`, `clock.nothing`, `demo.resetting`
 */
export const turnClock = async (db: Db, actor: Actor, body: Move): Promise<void> => {
  if ('reset' in body) return requireReset()()
  const days = 'days' in body ? body.days : await daysUntil(db, 'to' in body ? body.to : await nextDay(db))
  if (days <= 0) throw refuse('clock.backwards', '演示时钟只能向后拨；要回到从前，请重置演示。', { status: 422 })
  const { rows } = await sql<{ ahead: string }>`
    select (coalesce((select ahead from app.clock), interval '0') + make_interval(days => ${days}))::text as ahead`.execute(
    db,
  )
  await moveDemoClock(db, rows[0]!.ahead)
  for (const act of afterMove) await act()
  await inTransaction(db, tx =>
    record(tx, actor, { action: 'demo.clock.move', subjectKind: 'clock', subjectId: 0, detail: { days } }),
  )
}

const requireReset = (): Act => {
  if (!reset) throw refuse('demo.no-reset', '这里不能重置演示。', { status: 409 })
  return reset
}

const nextDay = async (db: Db): Promise<string> => {
  const next = await nextDueDate(db)
  if (!next) throw refuse('clock.nothing', '没有更晚的截止日了，请选一个日期。', { status: 422 })
  return next.on
}

const daysUntil = async (db: Db, to: string) =>
  Temporal.PlainDate.from(await businessToday(db)).until(to, { largestUnit: 'day' }).days
