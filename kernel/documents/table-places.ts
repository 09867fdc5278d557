import type { Table, TableCell } from './model.ts'

/** A cell where it stands in one row; `continues` in the rows below the first that it spans. */
export type Placed = { cell: TableCell; column: number; continues: boolean }

/** Cells of every row with their columns: cells that span rows push the later ones to the right and appear again. */
export const placedCells = (table: Table): Placed[][] => {
  const open: { cell: TableCell; column: number; rowsLeft: number }[] = []
  return table.rows.map(row => {
    const placed: Placed[] = open.filter(one => one.rowsLeft > 0).map(one => ({ ...one, continues: true }))
    for (const one of open) one.rowsLeft -= 1
    const isTaken = (column: number) =>
      placed.find(one => column >= one.column && column < one.column + one.cell.colspan)
    let column = 0
    for (const cell of row.cells) {
      for (let before = isTaken(column); before; before = isTaken(column)) column = before.column + before.cell.colspan
      placed.push({ cell, column, continues: false })
      if (cell.rowspan > 1) open.push({ cell, column, rowsLeft: cell.rowspan - 1 })
      column += cell.colspan
    }
    return placed
      .sort((a, b) => a.column - b.column)
      .map(({ cell, column, continues }) => ({ cell, column, continues }))
  })
}
