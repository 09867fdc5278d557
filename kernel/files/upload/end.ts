import type { Db } from '#platform/db/index.ts'
import { findFile } from '../file.ts'
import { removeOrphan } from '../sweep.ts'
import { deleteUpload, type Upload } from './upload.ts'

/** Ends an upload at once (tus termination), with the file that became of it unless something has claimed that file. */
export const endUpload = async (db: Db, upload: Upload): Promise<void> => {
  await deleteUpload(db, upload)
  const file = upload.fileKey ? await findFile(db, upload.fileKey) : undefined
  if (file) await removeOrphan(db, file)
}
