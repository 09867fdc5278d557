import { renderDocx } from './docx/render.ts'
import type { Document } from './model.ts'
import { hasOffice, noOffice, toWord97 } from './office/index.ts'
import { renderPdf } from './pdf/render.ts'
import type { PaperFormat } from './shared/index.ts'

const MIME: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  doc: 'application/msword',
}

/** What this server can make, and which package to install where something is missing. */
export const formatsHere = async (): Promise<{ formats: PaperFormat[]; missing: string | null }> =>
  (await hasOffice())
    ? { formats: ['docx', 'pdf', 'doc'], missing: null }
    : { formats: ['docx', 'pdf'], missing: noOffice().message }

/** A document as the bytes of a file. @throws Problem `word97.*` where this server cannot make `.doc` */
export const documentBytes = async (document: Document, format: PaperFormat): Promise<Uint8Array> => {
  if (format === 'docx') return renderDocx(document)
  if (format === 'pdf') return (await renderPdf(document)).file
  return (await toWord97([renderDocx(document)]))[0]!
}

/** The same with its media type, to be given out. @throws Problem `word97.*` */
export const documentFile = async (
  document: Document,
  format: PaperFormat,
): Promise<{ bytes: Uint8Array; mime: string }> => ({
  bytes: await documentBytes(document, format),
  mime: MIME[format],
})
