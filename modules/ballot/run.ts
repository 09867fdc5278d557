import { system } from '#kernel/audit/index.ts'
import { registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { log } from '#platform/logging/index.ts'
import { closeElection, drain } from './after/close.ts'
import { findElection } from './election/load.ts'
import { sequence } from './log/sequencer.ts'

/** Closes every election whose window has ended and drains it; one that was interrupted goes on. */
export const closeDue = async (db: Db): Promise<void> => {
  for (const { id, state } of await elections(db)) {
    if (state === 'open') await inTransaction(db, tx => closeIfDue(tx, id))
    await drain(db, id)
  }
}

const closeIfDue = async (tx: Tx, id: number): Promise<void> => {
  const election = await findElection(tx, id, true)
  if (election?.state === 'open' && election.ended) await closeElection(tx, system, election)
}

/** Those to be closed, and those that were closed and not drained. */
const elections = async (db: Db): Promise<{ id: number; state: string }[]> => {
  const { rows } = await sql<{ id: number; state: string }>`
    select id, state from ballot.election
    where state = 'closed' or (state = 'open' and closes_at <= app.now()) order by id`.execute(db)
  return rows
}

registerSweep('ballot', closeDue)

/** Puts what waits in any open election into its log, once. */
export const sequenceAll = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ id: number }>`select id from ballot.election where state = 'open' order by id`.execute(
    db,
  )
  for (const { id } of rows) await sequence(db, id)
}

const pause = 1000

/** Sequences every second for as long as the process runs; processes beside each other share the work. */
export const startSequencer = (db: Db): { stop: () => Promise<void> } => {
  let stopped = false
  const rounds = async () => {
    while (!stopped) {
      await sequenceAll(db).catch(error => log.error('ballot sequencer', { error }))
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
  const running = rounds()
  return {
    stop: async () => {
      stopped = true
      await running
    },
  }
}
