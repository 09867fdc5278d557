import { registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { contentNames, type FileRow, lockContent } from './file.ts'
import { fileStore } from './store.ts'

const AT_ONCE = 200

/** Removes uploads that no saved form named within a day (real time: a demo's clock must not age them). */
export const sweepOrphans = async (db: Db): Promise<void> => {
  const { rows } = await sql<Content>`
    select id, sha256 from files.file
    where kept_for is null and created_at < clock_timestamp() - interval '1 day' limit ${AT_ONCE}`.execute(db)
  for (const file of rows) await removeOrphan(db, file)
}

type Content = Pick<FileRow, 'id' | 'sha256'>

/** Removes a file that nothing has claimed, and what is stored of it unless another file has the same content. */
export const removeOrphan = (db: Db, { id, sha256 }: Content): Promise<void> =>
  inTransaction(db, async tx => {
    await lockContent(tx, sha256)
    await sql`delete from files.file where id = ${id} and kept_for is null`.execute(tx)
    const { rows } = await sql<{ used: boolean }>`
      select exists (select from files.file where sha256 = ${sha256}) as used`.execute(tx)
    if (!rows[0]!.used) for (const name of contentNames(sha256)) await fileStore().remove(name)
  })

registerSweep('files.orphans', sweepOrphans)
