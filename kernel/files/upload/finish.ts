import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { findFile, presentFile, storeFile, type Uploader } from '../file.ts'
import { receive } from '../receive.ts'
import type { StoredFile } from '../shared/api.ts'
import { deleteUpload, partsOf, type Upload } from './upload.ts'

/**
 * Makes a file of what has arrived, by the same inspection as of one that came in one go. Of two that ask at once both
 * are told of one file; what the other made is swept as unclaimed.
 * @param sha256 of the whole file, as the sender has it
 * @throws Problem 409 `upload.unfinished`, 422 `upload.hash` (and the upload is dropped), and those of `storeFile`
 */
export const finish = async (db: Db, uploader: Uploader, upload: Upload, sha256: string): Promise<StoredFile> => {
  if (upload.fileKey) return presentFile((await findFile(db, upload.fileKey))!)
  if (upload.arrived < upload.bytes)
    throw refuse('upload.unfinished', '文件还没有传完，请从断点继续上传。', { status: 409 })
  const received = await receive(Readable.toWeb(Readable.from(partsOf(db, upload))) as never, upload.bytes)
  if (received.sha256 !== sha256) {
    await rm(received.path, { force: true })
    await deleteUpload(db, upload)
    throw refuse('upload.hash', '传到的内容与原文件不一致，没有保存，请重新上传。', { status: 422 })
  }
  const file = await storeFile(db, uploader, received, upload.name)
  const { rows } = await sql<{ fileKey: string }>`
    with done as (update files.upload set file_key = coalesce(file_key, ${file.key}) where id = ${upload.id}
        returning file_key),
      emptied as (delete from files.upload_part where upload_id = ${upload.id})
    select file_key as "fileKey" from done`.execute(db)
  const first = rows[0]?.fileKey
  return first && first !== file.key ? presentFile((await findFile(db, first))!) : file
}
