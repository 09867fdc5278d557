export { sql } from 'kysely'

import type { Config } from '#platform/config/index.ts'
import { joinEmbedded, type RunningDatabase, startEmbedded } from './embedded.ts'
import { reach } from './reach.ts'

export {
  allowDemoClock,
  businessClock,
  businessNow,
  businessToday,
  forbidDemoClock,
  moveDemoClock,
  resetDemoClock,
} from './clock.ts'
export { countQueries, type DatabaseOptions, type Db, openDatabase, openPool, type Tx } from './db.ts'
export type { RunningDatabase } from './embedded.ts'
export { decodePosition, encodePosition, type Position, pageOf } from './keyset.ts'
export { containing } from './like.ts'
export { type Migration, MigrationRefused, migrate, readMigrations } from './migrate.ts'
export { AlreadyRunning, DatabaseProblem } from './problem.ts'
export { together } from './together.ts'
export { inTransaction } from './transaction.ts'

/**
 * The database a configuration asks for: the one at DATABASE_URL, or the embedded one of DATA_DIR.
 * Throws {@link DatabaseProblem} with what to do when there is none to be had.
 */
export const startDatabase = async (config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<RunningDatabase> =>
  config.databaseUrl ? reach(config.databaseUrl) : startEmbedded(config.dataDir)

/** The same database for a command of the terminal, which may run beside the server. */
export const joinDatabase = async (config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<RunningDatabase> =>
  config.databaseUrl ? reach(config.databaseUrl) : joinEmbedded(config.dataDir)
