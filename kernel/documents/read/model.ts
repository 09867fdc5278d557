/** Lettering of a stretch of text: East Asian and Latin font by name, size in points. */
export type WordLettering = {
  eastAsia?: string
  ascii?: string
  size?: number
  bold?: boolean
  underline?: boolean
}
/** `automatic` marks a number that Word counts and the file does not hold as text. */
export type WordRun = WordLettering & { text: string; automatic?: true }

/** Line distance: points where exact or at least, multiples of a line where `auto`. */
export type WordLine = { rule: 'exact' | 'atLeast' | 'auto'; value: number }

export type WordParagraph = {
  kind: 'paragraph'
  /** Place in the file, counted through body and cells from 1. */
  number: number
  runs: WordRun[]
  /** Words of the paragraph: its automatic number, then its runs; line breaks as `\n`. */
  text: string
  align: 'left' | 'center' | 'right' | 'justify'
  line: WordLine
  /** First-line indent in points (negative = hanging) and in hundredths of a character. */
  firstLine: number
  firstLineChars: number
  /** Level of the outline from 0, where the paragraph's style or the paragraph gives one. */
  outline?: number
  /** Names of the parts that hold its pictures. */
  pictures: string[]
}

/** A cell with its place in the table's grid, spans resolved. */
export type WordCell = {
  row: number
  column: number
  rowspan: number
  colspan: number
  blocks: WordBlock[]
  /** Lines of its paragraphs and inner tables. */
  text: string
  pictures: string[]
}
export type WordTable = { kind: 'table'; rows: number; cells: WordCell[] }
export type WordBlock = WordParagraph | WordTable

/** Page and margins in mm, and the paragraphs of its footers; a page number reads as {@link PAGE}. */
export type WordSection = {
  width: number
  height: number
  margins: { top: number; bottom: number; left: number; right: number }
  footers: WordParagraph[]
}

/** What stands in a footer's text where Word puts the page number. */
export const PAGE = '\u0001'

/** A Word file as we read it: what it says and how it is lettered, nothing that could run. */
export type WordDocument = {
  blocks: WordBlock[]
  sections: WordSection[]
  /** Pictures that stand in tables (a person's photograph), by the name of their part; a few, and none too large. */
  pictures: Record<string, Uint8Array>
}

/** Every paragraph of blocks in reading order, cells included. */
export const paragraphsIn = (blocks: readonly WordBlock[]): WordParagraph[] =>
  blocks.flatMap(block =>
    block.kind === 'paragraph' ? [block] : block.cells.flatMap(cell => paragraphsIn(cell.blocks)),
  )

/** Words of blocks, a line a paragraph. */
export const textIn = (blocks: readonly WordBlock[]): string =>
  paragraphsIn(blocks)
    .map(({ text }) => text)
    .join('\n')
