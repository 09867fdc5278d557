import { type Document, hasOffice, noOffice, renderDocx, renderPdf, toWord97 } from '#kernel/documents/index.ts'
import { disposition } from '#kernel/files/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import type { PaperFormat } from './shared/api.ts'

const MIME: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  doc: 'application/msword',
}

/** A finished file and the name it is given out under, with its extension. */
export type PaperFile = { bytes: Uint8Array; name: string; mime: string }

/**
 * A document as a file.
 * @param name without extension; characters that a file system refuses are replaced (D-14)
 * @throws Problem `word97.*` where this server cannot make `.doc`
 */
export const paperFile = async (document: Document, format: PaperFormat, name: string): Promise<PaperFile> => ({
  bytes: await paperBytes(document, format),
  name: safeName(name, format),
  mime: MIME[format],
})

/** What this server can make, and which package to install where something is missing. */
export const formatsHere = async (): Promise<{ formats: PaperFormat[]; missing: string | null }> =>
  (await hasOffice())
    ? { formats: ['docx', 'pdf', 'doc'], missing: null }
    : { formats: ['docx', 'pdf'], missing: noOffice().message }

/** A document as the bytes of a file; see {@link paperFile}. */
export const paperBytes = async (document: Document, format: PaperFormat): Promise<Uint8Array> => {
  if (format === 'docx') return renderDocx(document)
  if (format === 'pdf') return (await renderPdf(document)).file
  return (await toWord97([renderDocx(document)]))[0]!
}

/** An answer with the file: never kept by a cache, never guessed at by a browser. */
export const paperResponse = ({ bytes, name, mime }: PaperFile, shown: 'inline' | 'attachment' = 'attachment') =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-disposition': disposition(shown, name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
