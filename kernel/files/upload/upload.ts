import { randomBytes } from 'node:crypto'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Uploader } from '../file.ts'

/** A file on its way, of which `arrived` of `bytes` bytes are kept. */
export type Upload = {
  id: number
  key: string
  name: string
  bytes: number
  arrived: number
  uploadedBy: string
  fileKey: string | null
  /** An instant of real time after which it is swept. */
  expiresAt: string
}

/** Unfinished uploads that one account may have, so that nobody fills the database with halves. */
export const MOST_OPEN = 40

const columns = sql`id, key, name, bytes, arrived, uploaded_by as "uploadedBy", file_key as "fileKey",
  expires_at as "expiresAt"`

/** An upload that has not expired. */
export const findUpload = async (db: Db, key: string): Promise<Upload | undefined> => {
  const { rows } = await sql<Upload>`
    select ${columns} from files.upload where key = ${key} and expires_at > clock_timestamp()`.execute(db)
  return rows[0]
}

/** @throws Problem 429 `upload.many` */
export const insertUpload = async (tx: Tx, uploader: Uploader, name: string, bytes: number): Promise<Upload> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`upload ${uploader.id}`}))`.execute(tx)
  const { rows: open } = await sql<{ n: number }>`
    select count(*)::int as n from files.upload
    where uploaded_by = ${uploader.id} and file_key is null and expires_at > clock_timestamp()`.execute(tx)
  if (open[0]!.n >= MOST_OPEN) throw refuse('upload.many', '未传完的文件过多，请等前面的传完后再传。', { status: 429 })
  const { rows } = await sql<Upload>`
    insert into files.upload (key, name, bytes, unit_id, uploaded_by)
    values (${randomBytes(18).toString('base64url')}, ${name}, ${bytes}, ${uploader.unitId}, ${uploader.id})
    returning ${columns}`.execute(tx)
  return rows[0]!
}

/**
 * Keeps what follows at an offset, in a transaction of its own. Of two that send from one offset at once, one is refused.
 * @returns how much has arrived
 * @throws Problem 409 `upload.offset`
 */
export const appendPart = (db: Db, { id }: Pick<Upload, 'id'>, offset: number, content: Buffer): Promise<number> =>
  inTransaction(db, async tx => {
    const { rows } = await sql<{ arrived: number }>`
      update files.upload set arrived = arrived + ${content.length}
      where id = ${id} and arrived = ${offset} and file_key is null returning arrived`.execute(tx)
    if (!rows[0]) throw wrongOffset()
    await sql`insert into files.upload_part (upload_id, starts_at, content) values (${id}, ${offset}, ${content})`.execute(
      tx,
    )
    return rows[0].arrived
  })

export const wrongOffset = () =>
  refuse('upload.offset', '续传的位置与已收到的内容不符，请从服务器告知的位置继续。', { status: 409 })

export const deleteUpload = (db: Db, { id }: Pick<Upload, 'id'>) =>
  sql`delete from files.upload where id = ${id}`.execute(db)

/** What has arrived, part by part in order. */
export async function* partsOf(db: Db, { id, arrived }: Upload): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < arrived; ) {
    const { rows } = await sql<{ content: Buffer }>`
      select content from files.upload_part where upload_id = ${id} and starts_at = ${offset}`.execute(db)
    const { content } = rows[0]!
    offset += content.length
    yield content
  }
}
