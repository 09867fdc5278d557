import { type DatabaseConnection, Kysely, type KyselyProps, Transaction } from 'kysely'
import type { Tables } from '#database/tables.ts'
import type { Db } from './db.ts'

/**
 * Runs `work` on one connection, where what it asks at once (`Promise.all`) travels in one go: a round trip and a
 * write instead of one for each statement. PostgreSQL still runs them one after the other, each with its own outcome
 * (pipeline mode), so this is for short statements that do not need each other's answers.
 * In a transaction they are the transaction's own.
 */
export const together = <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> =>
  db.getExecutor().provideConnection(connection => work(boundTo(db, connection)))

/** Kysely's own `connection()` lets one statement wait for the other; this one does not. */
const boundTo = (db: Db, connection: DatabaseConnection): Db => {
  const executor = db.getExecutor().withConnectionProvider({ provideConnection: consumer => consumer(connection) })
  // only `destroy` and `transaction` would look at the rest, and neither is for a part of a request
  const props = { executor, config: {}, driver: {}, dialect: {} } as unknown as KyselyProps
  return db.isTransaction ? new Transaction<Tables>(props) : new Kysely<Tables>(props)
}
