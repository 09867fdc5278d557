import type { DocumentProfile } from './profiles.ts'

/** Kinds of lettering a profile defines. */
export type Style = 'title' | 'subtitle' | 'heading1' | 'heading2' | 'body' | 'cover'

/** A stretch of text in one lettering; `underline` marks a blank to fill in by hand. */
export type Run = { text: string; underline?: boolean }

export type Paragraph = {
  kind: 'paragraph'
  style: Style
  runs: Run[]
  align?: 'left' | 'center' | 'right' | 'justify'
  /** First-line indent in characters. */
  indent?: number
  /** Distance from the right edge in characters. */
  indentRight?: number
  /** Empty lines above, in lines of this paragraph's own size. */
  linesBefore?: number
  pageBreakBefore?: boolean
}

/** A picture with its printed size in mm. */
export type Picture = { kind: 'picture'; data: Uint8Array; format: 'jpg' | 'png'; width: number; height: number }

export type TableCell = {
  blocks: (Paragraph | Picture)[]
  colspan: number
  rowspan: number
  verticalAlign: 'top' | 'center' | 'bottom'
}
export type TableRow = { /** Least height, mm. */ height: number; cells: TableCell[] }
/** Column widths in mm. */
export type Table = { kind: 'table'; columns: number[]; rows: TableRow[] }
export type Block = Paragraph | Picture | Table

/** One document model; Word now, PDF and Excel from the same. `banner` is printed at the head of every page. */
export type Document = { profile: DocumentProfile; title: string; blocks: Block[]; banner?: string }

/** A paragraph of plain words. */
export const paragraph = (text: string, rest: Partial<Omit<Paragraph, 'kind'>> = {}): Paragraph => ({
  kind: 'paragraph',
  style: 'body',
  runs: [{ text }],
  ...rest,
})
