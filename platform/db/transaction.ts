import type { Db, Tx } from './db.ts'

/** serialization_failure and deadlock_detected: nothing was wrong but the moment. */
const passing = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction; in an open one it just joins it. A deadlock or serialization failure is
 * tried again, three times in all, so `work` must do nothing outside the database.
 */
export const inTransaction = async <T>(db: Db | Tx, work: (tx: Tx) => Promise<T>, tries = 3): Promise<T> => {
  if (db.isTransaction) return work(db as Tx)
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    if (tries > 1 && passing.has((error as { code?: string }).code ?? '')) return inTransaction(db, work, tries - 1)
    throw error
  }
}
