import { sql } from 'kysely'
import type { Db } from './db.ts'

/** The business instant `app.now()`, ISO with Z. Deadlines and pages use it; sessions and audit use real time. */
export const businessNow = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ now: string }>`select app.now() as now`.execute(db)
  return rows[0]!.now
}

/** The civil date of the business clock in Asia/Shanghai, 'YYYY-MM-DD'. */
export const businessToday = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ today: string }>`select app.today() as today`.execute(db)
  return rows[0]!.today
}

/** Both at once, so that an instant and its day never come from either side of midnight. */
export const businessClock = async (db: Db): Promise<{ now: string; today: string }> => {
  const { rows } = await sql<{ now: string; today: string }>`select app.now() as now, app.today() as today`.execute(db)
  return rows[0]!
}

/**
 * Sets how far the demo's clock runs ahead of real time (`ahead` as an ISO duration or PostgreSQL interval).
 * The database refuses to move it back (check_violation); {@link resetDemoClock} starts over.
 */
export const moveDemoClock = async (db: Db, ahead: string): Promise<void> => {
  await sql`insert into app.clock (ahead) values (${ahead}::interval)
    on conflict (only_row) do update set ahead = excluded.ahead, moved_at = clock_timestamp()`.execute(db)
}

export const resetDemoClock = async (db: Db): Promise<void> => {
  await sql`delete from app.clock`.execute(db)
}

/**
 * Makes a demo offset impossible for as long as the table stands as it is: called at every start with DEMO=0,
 * it removes the row and a check then refuses any new one.
 */
export const forbidDemoClock = async (db: Db): Promise<void> => {
  await db.transaction().execute(async tx => {
    await sql`delete from app.clock`.execute(tx)
    await sql`alter table app.clock drop constraint if exists no_demo_clock`.execute(tx)
    await sql`alter table app.clock add constraint no_demo_clock check (false)`.execute(tx)
  })
}

/** Takes the prohibition back when the same database is started as a demo again. */
export const allowDemoClock = async (db: Db): Promise<void> => {
  await sql`alter table app.clock drop constraint if exists no_demo_clock`.execute(db)
}
