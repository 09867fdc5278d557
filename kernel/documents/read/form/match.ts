import { textIn, type WordBlock, type WordCell, type WordTable } from '../model.ts'
import type { Label } from './template.ts'
import { afterLabel, keyOf, likeness } from './words.ts'

/** A cell of the file with the table it stands in, and the place of that table among the file's blocks. */
export type FoundCell = WordCell & { table: number; block: number; key: string }
/** Where a label was found, how alike its words are, and what stands behind it in the same cell. */
export type Match = { cell: FoundCell; likeness: number; inline?: string }

const tablesIn = (block: WordBlock): WordTable[] =>
  block.kind === 'table' ? [block, ...block.cells.flatMap(cell => cell.blocks.flatMap(tablesIn))] : []

/** More cells than any annex has; the rest of a larger table is not looked at. */
const MOST_CELLS = 4000

/** Every cell of every table, inner tables included, in reading order. */
export const cellsIn = (blocks: readonly WordBlock[]): FoundCell[] => {
  const tables = blocks.flatMap((block, index) => tablesIn(block).map(table => ({ table, index })))
  return tables
    .flatMap(({ table, index }, nth) =>
      table.cells.map(cell => ({ ...cell, table: nth, block: index, key: keyOf(ownText(cell)) })),
    )
    .slice(0, MOST_CELLS)
}

/** Words of the cell itself: a cell that holds a table of its own is no label. */
const ownText = (cell: WordCell) => (cell.blocks.some(({ kind }) => kind === 'table') ? '' : textIn(cell.blocks))

const LEAST = 0.72

type Pair = Match & { label: number; score: number }

/** How well the cells around a cell agree with the labels around a label, 0–1. */
const surroundings = (label: Label, cell: FoundCell, cells: FoundCell[]): number => {
  if (label.around.length === 0) return 1
  const near = new Set(
    cells.filter(one => one.table === cell.table && Math.abs(one.row - cell.row) <= 1).map(({ key }) => key),
  )
  return label.around.filter(key => near.has(key)).length / label.around.length
}

/** The heading that a cell stands under in the file, as the form's own label of it. */
const headingOf = (labels: Label[], cell: FoundCell, cells: FoundCell[]): number | undefined => {
  const headings = [...new Set(labels.flatMap(({ group }) => (group === undefined ? [] : [group])))]
  const left = cells.filter(
    one =>
      one.table === cell.table &&
      one.row <= cell.row &&
      cell.row < one.row + one.rowspan &&
      one.column + one.colspan <= cell.column,
  )
  return headings.find(heading => left.some(one => likeness(labels[heading]!.key, one.key) >= LEAST))
}

const groupScore = (label: Label, labels: Label[], cell: FoundCell, cells: FoundCell[]): number => {
  const heading = headingOf(labels, cell, cells)
  if (heading === label.group) return heading === undefined ? 0 : 0.4
  return heading === undefined ? -0.2 : -0.4
}

const pairsOf = (labels: Label[], cells: FoundCell[]): Pair[] =>
  labels.flatMap((label, index) =>
    cells.flatMap((cell, at) => {
      const inline = likeness(label.key, cell.key) < 1 ? afterLabel(cell.text, label.key) : undefined
      const alike = inline === undefined ? likeness(label.key, cell.key) : 0.95
      if (alike < LEAST) return []
      const order = Math.abs(index / labels.length - at / cells.length)
      const score =
        alike + 0.3 * surroundings(label, cell, cells) + groupScore(label, labels, cell, cells) - 0.1 * order
      return [{ label: index, cell, likeness: alike, score, ...(inline === undefined ? {} : { inline }) }]
    }),
  )

/**
 * Finds each label's cell by its words, the words around it and the heading it stands under; never by its position
 * alone, so that moved rows, merged cells and retyped tables are read all the same. A cell is given to one label only.
 */
export const matchLabels = (labels: Label[], cells: FoundCell[]): Map<number, Match> => {
  const matches = new Map<number, Match>()
  const taken = new Set<FoundCell>()
  for (const { label, score: _, ...match } of pairsOf(labels, cells).sort((a, b) => b.score - a.score)) {
    if (matches.has(label) || taken.has(match.cell)) continue
    matches.set(label, match)
    taken.add(match.cell)
  }
  return matches
}
