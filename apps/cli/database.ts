import { readConfig } from '#platform/config/index.ts'
import { type Db, joinDatabase, openDatabase } from '#platform/db/index.ts'

/** Runs a command's work on the configured database, beside the server where one runs; leaves it as it was. */
export const withDatabase = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
  const database = await joinDatabase(readConfig())
  const db = openDatabase(database.url, { poolSize: 2, statementTimeout: 0 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
    await database.stop()
  }
}
