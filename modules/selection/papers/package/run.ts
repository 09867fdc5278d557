import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { type Entry, keepBytes, removeKept, zipKept } from './contents.ts'
import { type Content, contentsOf } from './kinds.ts'
import { findPackage, type PackageRow } from './row.ts'

/** Takes a package in hand; undefined when it is finished or another run has it. */
const claim = async (db: Db, id: number): Promise<PackageRow | undefined> => {
  const { numAffectedRows } = await sql`
    update papers.package set state = 'running', beat_at = clock_timestamp()
    where id = ${id} and state in ('waiting', 'running')`.execute(db)
  return numAffectedRows ? findPackage(db, id) : undefined
}

/**
 * Makes what is still missing of a package, part by part, each kept at once, and puts all into one file. It may run
 * twice, and at the same time as another: parts are kept by what they are.
 */
export const runPackage = async (db: Db, id: number): Promise<void> => {
  const work = await claim(db, id)
  if (!work) return
  const content = await contentsOf(db, work)
  await sql`update papers.package set total = ${content.parts.length + 1} where id = ${id}`.execute(db)
  for (const part of content.parts) await makePart(db, id, part)
  const entries = await entriesOf(db, id)
  const { sha256, bytes } = await zipKept(entries)
  await finish(db, id, { sha256, bytes, remarks: content.remarks })
  for (const entry of entries) await removeKept(entry.sha256)
}

const makePart = async (db: Db, id: number, { key, path, make }: Content['parts'][number]): Promise<void> => {
  const { rows } = await sql`select from papers.package_part where package_id = ${id} and key = ${key}`.execute(db)
  if (rows.length > 0) return
  const sha256 = await keepBytes(await make())
  await inTransaction(db, async tx => {
    await sql`insert into papers.package_part (package_id, key, path, sha256) values (${id}, ${key}, ${path}, ${sha256})
      on conflict do nothing`.execute(tx)
    await sql`update papers.package set beat_at = clock_timestamp(),
        done = (select count(*)::int from papers.package_part where package_id = ${id})
      where id = ${id}`.execute(tx)
  })
}

const entriesOf = async (db: Db, id: number): Promise<Entry[]> => {
  const { rows } = await sql<Entry>`
    select path, sha256 from papers.package_part where package_id = ${id} order by path`.execute(db)
  return rows
}

type Finished = { sha256: string; bytes: number; remarks: string[] }

const finish = (db: Db, id: number, { sha256, bytes, remarks }: Finished): Promise<void> =>
  inTransaction(db, async tx => {
    await sql`update papers.package set state = 'done', done = total, sha256 = ${sha256}, bytes = ${bytes},
        remarks = ${JSON.stringify(remarks)}::jsonb, finished_at = clock_timestamp(), beat_at = null
      where id = ${id}`.execute(tx)
    await sql`delete from papers.package_part where package_id = ${id}`.execute(tx)
  })
