import { Readable } from 'node:stream'
import { disposition } from '#platform/http/index.ts'
import { type FileRow, servedName } from './file.ts'
import { fileStore } from './store.ts'

type Asked = { size?: string | undefined; download?: string | undefined }

/**
 * Answers with a file's content. Whatever a hostile file may be, a browser neither guesses its kind nor runs it:
 * nosniff, a sandboxing policy, and documents are always downloaded.
 */
export const serveFile = (file: FileRow, { size, download }: Asked): Response => {
  const inline = !download && (file.mime.startsWith('image/') || file.mime === 'application/pdf')
  return new Response(Readable.toWeb(fileStore().read(servedName(file, size))) as ReadableStream, {
    headers: {
      'content-type': file.mime,
      'content-disposition': disposition(inline ? 'inline' : 'attachment', file.name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': policyFor(file.mime),
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': file.public ? 'public, max-age=3600' : 'private, max-age=300',
    },
  })
}

/** A sandboxed page cannot show a PDF in Chromium's own viewer; a PDF runs no script of the site either way. */
const policyFor = (mime: string) =>
  mime === 'application/pdf' ? "default-src 'none'; frame-ancestors 'self'" : "default-src 'none'; sandbox"
