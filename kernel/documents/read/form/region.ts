import type { FoundCell, Match } from './match.ts'

/** What stands behind a label: the cells row by row, and how it was found. */
export type Region = { rows: FoundCell[][]; how: 'right' | 'below' | 'inline' | 'none' }

const endOf = (cell: FoundCell) => cell.column + cell.colspan
const within = (cell: FoundCell, from: number, to: number) => cell.row >= from && cell.row < to

/** Cells to the right of a label up to the next label of each row, over all rows that the label covers. */
const toTheRight = (label: FoundCell, cells: FoundCell[], labels: Set<FoundCell>): FoundCell[][] => {
  const rows: FoundCell[][] = []
  for (let row = label.row; row < label.row + label.rowspan; row += 1) {
    const after = cells.filter(cell => cell.row === row && cell.column >= endOf(label))
    const stop = after.findIndex(cell => labels.has(cell))
    rows.push(stop < 0 ? after : after.slice(0, stop))
  }
  return rows.filter(row => row.length > 0)
}

/** Cells under a label as wide as it, for forms that set the words above the answers. */
const under = (label: FoundCell, cells: FoundCell[], labels: Set<FoundCell>): FoundCell[][] => {
  const below = cells.filter(
    cell => cell.row === label.row + label.rowspan && cell.column >= label.column && endOf(cell) <= endOf(label),
  )
  return below.length === 0 || below.some(cell => labels.has(cell)) ? [] : [below]
}

/** A cell that reaches below its label's rows belongs to more than this label: the photo beside the first rows. */
const own = (rows: FoundCell[][], { cell }: Match): FoundCell[][] =>
  rows
    .map((row, index) =>
      row.filter((one, at) => (index === 0 && at === 0) || one.row + one.rowspan <= cell.row + cell.rowspan),
    )
    .filter(row => row.length > 0)

/** The cells that hold a label's answer. `labels` are all cells known to be labels. */
export const regionOf = (match: Match, all: FoundCell[], labels: Set<FoundCell>): Region => {
  const cells = all.filter(({ table }) => table === match.cell.table)
  const right = own(toTheRight(match.cell, cells, labels), match)
  const filled = (rows: FoundCell[][]) => rows.some(row => row.some(({ text }) => text.trim() !== ''))
  if (match.inline && !filled(right)) return { rows: [], how: 'inline' }
  if (right.length > 0) return { rows: right, how: 'right' }
  const below = under(match.cell, cells, labels)
  if (below.length > 0) return { rows: below, how: 'below' }
  return { rows: [], how: match.inline === undefined ? 'none' : 'inline' }
}

/** Whether the cell lies in the rows that another covers. */
export const besideRows = (cell: FoundCell, other: FoundCell): boolean =>
  cell.table === other.table && within(cell, other.row, other.row + other.rowspan)
