import type { Document, Paragraph, Section } from '../model.ts'
import { pageOf } from '../profiles.ts'
import type { WordBlock, WordDocument, WordParagraph } from '../read/index.ts'
import { placedCells } from '../table-places.ts'

type Line = { text: string; font: string; size: number; align: string }
type Cell = { row: number; column: number; rowspan: number; colspan: number; lines: Line[] }
type Page = { width: number; height: number; margins: { top: number; bottom: number; left: number; right: number } }

/** What must come through a file unchanged: pages in whole mm, paragraphs with text and lettering, cells in place. */
export type Outline = { pages: Page[]; lines: Line[]; tables: Cell[][] }

const hasText = ({ text }: Line) => text.trim() !== ''

const ownLine = (paragraph: Paragraph, { profile }: Section): Line => {
  const { font, size } = profile.lettering[paragraph.style]
  const text = paragraph.runs.map(run => run.text).join('')
  return { text: text.trim(), font, size, align: paragraph.align ?? 'left' }
}

const rounded = (page: Page): Page => ({
  width: Math.round(page.width),
  height: Math.round(page.height),
  margins: {
    top: Math.round(page.margins.top),
    bottom: Math.round(page.margins.bottom),
    left: Math.round(page.margins.left),
    right: Math.round(page.margins.right),
  },
})

/** The outline that a model asks for. */
export const outlineOf = ({ sections }: Document): Outline => {
  const blocks = sections.flatMap(section => section.blocks.map(block => ({ block, section })))
  return {
    pages: sections.map(({ profile }) => rounded({ ...pageOf(profile), margins: profile.margins })),
    lines: blocks
      .flatMap(({ block, section }) => (block.kind === 'paragraph' ? [ownLine(block, section)] : []))
      .filter(hasText),
    tables: blocks.flatMap(({ block: table, section }) =>
      table.kind !== 'table'
        ? []
        : [
            placedCells(table).flatMap((row, y) =>
              row.flatMap(({ cell, column, continues }): Cell[] => {
                if (continues) return []
                const lines = cell.blocks.flatMap(one => (one.kind === 'paragraph' ? [ownLine(one, section)] : []))
                const { rowspan, colspan } = cell
                return [{ row: y, column, rowspan, colspan, lines: lines.filter(hasText) }]
              }),
            ),
          ],
    ),
  }
}

const readLine = ({ text, runs, align }: WordParagraph): Line => {
  const run = runs.find(one => one.text.trim() !== '')
  return { text: text.trim(), font: run?.eastAsia ?? '', size: run?.size ?? 0, align }
}

const readCells = (table: Extract<WordBlock, { kind: 'table' }>): Cell[] =>
  table.cells.map(({ row, column, rowspan, colspan, blocks }) => ({
    ...{ row, column, rowspan, colspan },
    lines: blocks.flatMap(block => (block.kind === 'paragraph' ? [readLine(block)] : [])).filter(hasText),
  }))

/** The outline that a file has. */
export const outlineIn = ({ blocks, sections }: WordDocument): Outline => ({
  pages: sections.map(({ width, height, margins }) => rounded({ width, height, margins })),
  lines: blocks.flatMap(block => (block.kind === 'paragraph' ? [readLine(block)] : [])).filter(hasText),
  tables: blocks.flatMap(block => (block.kind === 'table' ? [readCells(block)] : [])),
})
