import { type Document, hasOffice, noOffice, renderDocx, renderPdf, toWord97 } from '#kernel/documents/index.ts'
import { disposition } from '#kernel/files/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import type { microPaperApi } from '../shared/index.ts'

type Format = microPaperApi.Format

const MIME: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  doc: 'application/msword',
}

/** What this server can make, and which package to install where something is missing. */
export const formatsHere = async (): Promise<{ formats: Format[]; missing: string | null }> =>
  (await hasOffice())
    ? { formats: ['docx', 'pdf', 'doc'], missing: null }
    : { formats: ['docx', 'pdf'], missing: noOffice().message }

const bytesOf = async (document: Document, format: Format): Promise<Uint8Array> => {
  if (format === 'docx') return renderDocx(document)
  if (format === 'pdf') return (await renderPdf(document)).file
  return (await toWord97([renderDocx(document)]))[0]!
}

/** A paper as an answer that no cache keeps. @throws Problem `word97.*` where this server cannot make `.doc` */
export const paperResponse = async (document: Document, format: Format, name: string): Promise<Response> =>
  new Response(new Uint8Array(await bytesOf(document, format)), {
    headers: {
      'content-type': MIME[format],
      'content-disposition': disposition('attachment', safeName(name, format)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
