import { sql, type Tx } from '#platform/db/index.ts'

/**
 * The tree is changed by one transaction at a time, until it commits: two moves that are each harmless can make a
 * circle together, and two additions the same name. Readers never wait.
 */
export const holdTree = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('units.tree'))`.execute(tx)

/** For additions that check nothing: many at once, but none while a subtree is being moved. */
export const shareTree = (tx: Tx) => sql`select pg_advisory_xact_lock_shared(hashtext('units.tree'))`.execute(tx)
