import { type Document, documentFile } from '#kernel/documents/index.ts'
import type { PaperFormat } from '#kernel/documents/shared/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import { attachment } from '#platform/http/index.ts'

/**
 * A document as an answer that no cache keeps.
 * @param name without extension; characters that a file system refuses are replaced (D-14)
 * @throws Problem `word97.*` where this server cannot make `.doc`
 */
export const paperResponse = async (document: Document, format: PaperFormat, name: string): Promise<Response> =>
  attachment({ ...(await documentFile(document, format)), name: safeName(name, format) })
