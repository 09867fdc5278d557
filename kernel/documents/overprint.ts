import type { Block, Document, Paragraph, Table, TableCell } from './model.ts'

const PAPER = 'FFFFFF'

const faint = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  runs: paragraph.runs.map(({ underline: _, ...run }) => ({ ...run, color: PAPER })),
})

/** A picture's place, kept open by as many points of empty space. */
const place = (height: number): Paragraph => ({
  kind: 'paragraph',
  style: 'body',
  runs: [{ text: '' }],
  linesBefore: Math.max(0, height / 5.5 - 1),
})

const faintBlock = <B extends Paragraph | TableCell['blocks'][number]>(block: B) =>
  block.kind === 'picture' ? place(block.height) : faint(block)

const NO_EDGES = { top: 0, bottom: 0, left: 0, right: 0 }

const faintTable = (table: Table, keys: ReadonlySet<string>): Table => ({
  ...table,
  line: 0,
  rows: table.rows.map(row => ({
    ...row,
    cells: row.cells.map(cell => ({
      ...cell,
      edges: NO_EDGES,
      blocks: cell.key && keys.has(cell.key) ? cell.blocks : cell.blocks.map(faintBlock),
    })),
  })),
})

const faintBlocks = (block: Block, keys: ReadonlySet<string>): Block[] => {
  if (block.kind === 'table') return [faintTable(block, keys)]
  if (block.kind === 'rule') return [{ ...block, color: PAPER }]
  return [faintBlock(block)]
}

/**
 * 套打: the same pages with ink in the named cells alone, to be printed onto sheets that are stamped already. `offset`
 * in mm moves everything right and down, as the test sheet showed for this printer.
 */
export const overprint = (model: Document, keys: string[], offset: { right: number; down: number }): Document => ({
  ...model,
  fontNote: false,
  sections: model.sections.map(({ profile, blocks, pageNumbers }) => {
    const { top, bottom, left, right } = profile.margins
    const { pageNumber: _, ...rest } = profile
    const margins = {
      top: top + offset.down,
      bottom: bottom - offset.down,
      left: left + offset.right,
      right: right - offset.right,
    }
    const kept = new Set(keys)
    return {
      profile: { ...rest, margins },
      blocks: blocks.flatMap(block => faintBlocks(block, kept)),
      ...(pageNumbers ? { pageNumbers } : {}),
    }
  }),
})
