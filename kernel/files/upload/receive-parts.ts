import { Buffer } from 'node:buffer'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { appendPart, type Upload, wrongOffset } from './upload.ts'

/** Bytes that are kept at once: what a cut connection loses at most. */
const PART = 128 * 1024

/**
 * Keeps a body that goes on at an offset, part by part as it comes, so that of one that is cut off stays what arrived.
 * @returns how much of the file has arrived
 * @throws Problem 409 `upload.offset`, 413 `upload.long` for more than the length that was told at the beginning
 */
export const receiveParts = async (
  db: Db,
  upload: Upload,
  offset: number,
  body: AsyncIterable<Uint8Array> | null,
): Promise<number> => {
  if (offset !== upload.arrived) throw wrongOffset()
  let [arrived, held, size] = [offset, [] as Uint8Array[], 0]
  const keep = async () => {
    if (size === 0) return
    const content = Buffer.concat(held)
    held = []
    size = 0
    arrived = await appendPart(db, upload, arrived, content)
  }
  try {
    for await (const chunk of body ?? []) {
      if (arrived + size + chunk.length > upload.bytes) throw tooLong()
      held.push(chunk)
      size += chunk.length
      if (size >= PART) await keep()
    }
  } catch (error) {
    // The connection is gone, and nobody hears of it any more; what came is kept for whoever asks how far it is.
    if (isCut(error)) await keep()
    throw isCut(error) ? cutOff() : error
  }
  await keep()
  return arrived
}

const cutCodes = new Set(['ECONNRESET', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE'])
const isCut = (error: unknown): boolean => {
  const { code, name } = error as NodeJS.ErrnoException
  return cutCodes.has(code ?? '') || name === 'AbortError' || (error as Error).message === 'aborted'
}

const cutOff = () => refuse('file.cut', '上传中断，已收到的部分会保留一天，可接着传。', { status: 400 })
const tooLong = () =>
  refuse('upload.long', '内容比开始上传时说明的长，没有保存多出的部分。请重新上传。', { status: 413 })
