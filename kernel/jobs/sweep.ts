import { businessNow, type Db, sql } from '#platform/db/index.ts'

/**
 * Finds what has fallen due by the business clock and does it. It may run at any time, twice, and in two
 * processes: it claims its rows `for update skip locked` and marks what it did.
 * @param now the business instant, ISO with Z
 */
export type Sweep = (db: Db, now: string) => Promise<void>

const sweeps = new Map<string, Sweep>()

/** Registers a sweep when its room is loaded: run every minute, and right after the demo's clock has moved. */
export const registerSweep = (name: string, sweep: Sweep): void => {
  if (sweeps.has(name)) throw new Error(`The sweep ${name} is registered twice`)
  sweeps.set(name, sweep)
}

/**
 * Runs every sweep, one process at a time. One that fails does not keep the others from running.
 * @throws AggregateError naming the sweeps that failed
 */
export const runSweeps = (db: Db): Promise<void> =>
  db.connection().execute(async lock => {
    await sql`select pg_advisory_lock(hashtext('sweeps'))`.execute(lock)
    try {
      await runEach(db)
    } finally {
      await sql`select pg_advisory_unlock(hashtext('sweeps'))`.execute(lock)
    }
  })

const runEach = async (db: Db): Promise<void> => {
  const now = await businessNow(db)
  const failures: Error[] = []
  for (const [name, sweep] of sweeps) {
    await sweep(db, now).catch(error => failures.push(new Error(`sweep ${name}`, { cause: error })))
  }
  if (failures.length) throw new AggregateError(failures, failures.map(failure => failure.message).join(', '))
}
