import type { Block, Paragraph, TableCell, TableRow } from './model.ts'
import { widthOf } from './official/width.ts'
import { type DocumentProfile, lineHeight } from './profiles.ts'

const MM_PER_POINT = 25.4 / 72
/** What a cell keeps free of text on two sides together, mm. */
export const CELL_INSET = { width: 3, height: 2 }

const paragraphHeight = (paragraph: Paragraph, width: number, profile: DocumentProfile): number => {
  const lettering = profile.lettering[paragraph.style]
  const perLine = Math.max(1, Math.floor(width / (lettering.size * MM_PER_POINT)))
  const text = paragraph.runs.map(run => run.text).join('')
  const aside = (paragraph.indent ?? 0) + (paragraph.indentRight ?? 0)
  const lines = Math.max(1, Math.ceil((widthOf(text) + aside) / perLine)) + (paragraph.linesBefore ?? 0)
  return lines * lineHeight(lettering) * MM_PER_POINT
}

/** Height in mm that paragraphs and pictures need in a width in mm, by counting characters. */
export const neededHeight = (blocks: readonly Block[], width: number, profile: DocumentProfile): number =>
  blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph') return sum + paragraphHeight(block, width, profile)
    return sum + (block.kind === 'picture' ? block.height : 0)
  }, 0)

const cellHeight = (cell: TableCell, width: number, profile: DocumentProfile): number =>
  cell.rowspan > 1 ? 0 : neededHeight(cell.blocks, width - CELL_INSET.width, profile) + CELL_INSET.height

/** Height in mm that the content of a row needs; no cell of a row above may reach into it. */
export const neededByRow = ({ cells }: TableRow, columns: readonly number[], profile: DocumentProfile): number => {
  let from = 0
  const heights = cells.map(cell => {
    const width = columns.slice(from, from + cell.colspan).reduce((sum, one) => sum + one, 0)
    from += cell.colspan
    return cellHeight(cell, width, profile)
  })
  return Math.max(0, ...heights)
}
