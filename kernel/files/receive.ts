import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { refuse } from '#platform/http/index.ts'
import { maxFileBytes } from './shared/limits.ts'
import { fileStore } from './store.ts'

export type Received = { path: string; sha256: string; bytes: number }

/**
 * Streams a body to a temporary file of the store while counting and hashing it. What is cut off, too large or
 * empty leaves nothing behind.
 * @param declared Content-Length, where the client gave one: less than it is a cut upload
 * @throws Problem 413 `file.too-large`, 400 `file.empty`, 400 `file.cut`, 503 `storage.full`
 */
export const receive = async (body: ReadableStream | null, declared?: number): Promise<Received> => {
  if (declared !== undefined && declared > maxFileBytes) throw tooLarge()
  const path = join(fileStore().incoming, randomUUID())
  const meter = new Meter()
  try {
    if (body) await pipeline(Readable.fromWeb(body), meter, createWriteStream(path))
    if (meter.bytes === 0) throw refuse('file.empty', '这个文件是空的，请重新选择。', { status: 400 })
    if (declared !== undefined && declared !== meter.bytes) throw cutOff()
    return { path, sha256: meter.hash.digest('hex'), bytes: meter.bytes }
  } catch (error) {
    await rm(path, { force: true })
    throw asProblem(error)
  }
}

class Meter extends Transform {
  readonly hash = createHash('sha256')
  bytes = 0

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void) {
    this.bytes += chunk.length
    if (this.bytes > maxFileBytes) return done(tooLarge())
    this.hash.update(chunk)
    done(null, chunk)
  }
}

export const tooLarge = () =>
  refuse('file.too-large', '文件超过 20 MB，没有上传。请压缩后再传，照片可用手机自带的编辑功能缩小。', { status: 413 })

const cutOff = () => refuse('file.cut', '上传中断，文件不完整，没有保存。请检查网络后重新上传。', { status: 400 })

const asProblem = (error: unknown): unknown => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return refuse('storage.full', '存储空间不足，文件没有保存。请稍后重试，并告诉管理员。', { status: 503 })
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR' || code === 'ECONNRESET') return cutOff()
  return error
}
