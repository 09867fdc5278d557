import { registerSweep } from '#kernel/jobs/index.ts'
import { type Db, sql } from '#platform/db/index.ts'

/** Removes uploads a day after they began, with all that arrived of them; the files that became of some stay. */
export const sweepUploads = async (db: Db): Promise<void> => {
  await sql`delete from files.upload where expires_at <= clock_timestamp()`.execute(db)
}

registerSweep('files.uploads', sweepUploads)
