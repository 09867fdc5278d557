import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from '#database/tables.ts'
import { PreparingClient } from './prepared.ts'
import { valueTypes } from './values.ts'

export type Db = Kysely<Tables>
/** An open transaction; whatever takes a `Db` takes it too. */
export type Tx = Transaction<Tables>

export interface DatabaseOptions {
  /** Connections kept at most; PostgreSQL's own default limit is 100 for all processes together. */
  poolSize?: number
  /** Milliseconds after which PostgreSQL ends a single statement; 0 means never (long exports, migrations). */
  statementTimeout?: number
  /** Told of a broken idle connection, which the pool replaces by itself. */
  onIdleError?: (error: Error) => void
}

interface Counter {
  statements: string[]
}
const counters = new WeakMap<object, Set<Counter>>()

/** Settings every session needs: civil time for `::date`, and no transaction forgotten open for ever. */
const session = (statementTimeout: number): string =>
  [
    '-c TimeZone=Asia/Shanghai',
    '-c IntervalStyle=iso_8601',
    `-c statement_timeout=${statementTimeout}`,
    '-c lock_timeout=10000',
    '-c idle_in_transaction_session_timeout=60000',
  ].join(' ')

/** A pool of plain pg connections with our value types; `end()` it when done. */
export const openPool = (url: string, options: DatabaseOptions = {}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    options: session(options.statementTimeout ?? 30_000),
    types: valueTypes,
    Client: PreparingClient,
    pipeline: true,
  })
  pool.on('error', options.onIdleError ?? (() => {}))
  // one that breaks while it is lent out: its statement fails, which is enough; without a listener the process would end
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** The typed database at `url`. Connections open on first use; `destroy()` closes them. */
export const openDatabase = (url: string, options: DatabaseOptions = {}): Db => {
  const listeners = new Set<Counter>()
  const db: Db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: openPool(url, options) }),
    log: event => {
      for (const counter of listeners) counter.statements.push(event.query.sql)
    },
  })
  counters.set(db, listeners)
  return db
}

/**
 * Runs `work` and tells which statements went to `db` meanwhile, begin and commit of its
 * transactions too: each is a round trip. Counts everything the instance does, so measure one request at a time.
 */
export const countQueries = async <T>(
  db: Db,
  work: () => Promise<T>,
): Promise<{ answer: T; count: number; statements: string[] }> => {
  const listeners = counters.get(db)
  if (!listeners) throw new Error('countQueries needs the Db that openDatabase returned, not a transaction of it')
  const counter: Counter = { statements: [] }
  listeners.add(counter)
  try {
    const answer = await work()
    return { answer, count: counter.statements.length, statements: counter.statements }
  } finally {
    listeners.delete(counter)
  }
}
