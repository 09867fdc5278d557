import { type StoredFile, uploadsPath } from '#kernel/files/shared/index.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
import { sendInPieces } from '#platform/ui/desk/send-in-pieces.ts'
import { pictureApi } from '../../shared/index.ts'
import type { Sending } from '../outbox/outbox.ts'
import type { WaitingPicture } from './shelf.ts'

type Way = Sending<WaitingPicture> & { onProgress: (key: string, share: number) => void }

/**
 * Uploads a picture, from where it was cut off, and takes it into its project. In the background: asks for no password.
 * @throws Problem
 */
export const sendPicture = async (one: WaitingPicture, way: Way): Promise<void> => {
  if (!one.fileKey) return attach(one, await upload(one, way))
  try {
    await attach(one, one.fileKey)
  } catch (error) {
    if (!hasCode(error, 'file.unknown')) throw error
    // Nothing claimed the file within a day, and it was swept.
    const anew = { fileKey: undefined, upload: undefined }
    await way.note(anew)
    await sendPicture({ ...one, ...anew }, way)
  }
}

const upload = async (one: WaitingPicture, { note, signal, onProgress }: Way): Promise<string> => {
  const file = (await sendInPieces(uploadsPath, one.blob, {
    ...{ name: one.name, resume: one.upload, signal, anonymous: true },
    onBegun: address => note({ upload: address }),
    onProgress: share => onProgress(one.key, share),
  })) as StoredFile
  await note({ fileKey: file.key })
  return file.key
}

/** Another window that began its own upload of the same picture has attached it under the same key: then it is there. */
const attach = async ({ key, projectId, part, taken }: WaitingPicture, fileKey: string): Promise<void> => {
  const body = { part, fileKey, ...taken }
  const options = { key: `${key}-attach`, anonymous: true }
  await call(pictureApi.attachPicture, { params: { id: projectId }, body }, options).catch(error => {
    if (!hasCode(error, 'idempotency.mismatch')) throw error
  })
}

const hasCode = (error: unknown, code: string) => error instanceof Problem && error.code === code
