import { z } from 'zod'

/** Kinds of file that a document is given out as. */
export const paperFormats = { docx: 'Word（.docx）', pdf: 'PDF', doc: 'Word 97-2003（.doc）' } as const
export type PaperFormat = keyof typeof paperFormats
export const paperFormat = z.enum(Object.keys(paperFormats) as [PaperFormat, ...PaperFormat[]])
