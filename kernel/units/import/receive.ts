import type { Context } from 'hono'
import { refuse } from '#platform/http/index.ts'

const maxBytes = 10 * 1024 * 1024

/**
 * Takes the request's body as the file, counting while it arrives.
 * @throws Problem 413 `excel.too-large`, 400 `file.empty`
 */
export const receiveWorkbook = async (c: Context): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw tooLarge()
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  if (bytes === 0) throw refuse('file.empty', '没有收到文件，请重新选择。', { status: 400 })
  return Buffer.concat(chunks)
}

const tooLarge = () => refuse('excel.too-large', '文件超过 10 MB，没有读取。请分成几个文件。', { status: 413 })
