import { z } from 'zod'
import { defineJob, enqueue, registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { log } from '#platform/logging/index.ts'
import { removeKept } from './contents.ts'
import { runPackage } from './run.ts'

/** Makes a package; a run that fails is tried again and goes on where the last one stopped. */
export const makePackage = defineJob({
  name: 'papers.package',
  schema: z.object({ id: z.number() }),
  retries: 3,
  handle: async (db, { id }, { last }) => {
    try {
      await runPackage(db, id)
    } catch (error) {
      log.error('package not made', { id, error })
      if (last) await noteFailure(db, id)
      else throw error
    }
  },
})

const noteFailure = (db: Db, id: number) =>
  sql`update papers.package set state = 'failed', finished_at = clock_timestamp(), beat_at = null
    where id = ${id} and state <> 'done'`.execute(db)

const STALE = sql`interval '2 minutes'`

/** A process that died leaves its package running without a beat: it is asked for again. */
export const resumeAbandoned = (db: Db): Promise<void> =>
  inTransaction(db, async tx => {
    const { rows } = await sql<{ id: number }>`
      update papers.package set beat_at = clock_timestamp()
      where id in (select id from papers.package where state = 'running' and beat_at < clock_timestamp() - ${STALE}
        for update skip locked) returning id`.execute(tx)
    for (const { id } of rows) await enqueue(tx, makePackage, { id })
  })

const KEPT_FOR = sql`interval '7 days'`

/** Finished packages hold personal data and are made again in a minute: after a week their files go. */
export const removeExpired = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ id: number; sha256: string }>`
    select id, sha256 from papers.package
    where sha256 is not null and finished_at < clock_timestamp() - ${KEPT_FOR} limit 50`.execute(db)
  for (const { id, sha256 } of rows) {
    await sql`update papers.package set sha256 = null where id = ${id}`.execute(db)
    const { rows: others } = await sql`select from papers.package where sha256 = ${sha256}`.execute(db)
    if (others.length === 0) await removeKept(sha256)
  }
}

registerSweep('papers.packages', async db => {
  await resumeAbandoned(db)
  await removeExpired(db)
})
