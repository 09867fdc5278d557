import { HeightRule, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { TableCell as CellModel, Table as Model, TableRow as RowModel } from '../model.ts'
import type { DocumentProfile } from '../profiles.ts'
import { docxParagraph, docxPicture } from './paragraph.ts'

/** Twentieths of a point in a millimetre (DXA). */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

const VERTICAL = {
  top: VerticalAlignTable.TOP,
  center: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
}

/** First column of every cell: earlier rows' spans push later cells to the right. */
const startColumns = (table: Model): number[][] => {
  const taken = new Set<string>()
  return table.rows.map((row, y) => {
    let column = 0
    return row.cells.map(cell => {
      while (taken.has(`${y}:${column}`)) column += 1
      const start = column
      for (let down = 0; down < cell.rowspan; down += 1) {
        for (let across = 0; across < cell.colspan; across += 1) taken.add(`${y + down}:${start + across}`)
      }
      column += cell.colspan
      return start
    })
  })
}

const docxCell = (cell: CellModel, widths: number[], start: number, profile: DocumentProfile): TableCell => {
  const width = widths.slice(start, start + cell.colspan).reduce((sum, one) => sum + one, 0)
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VERTICAL[cell.verticalAlign],
    margins: { left: 85, right: 85, top: 40, bottom: 40 },
    children: cell.blocks.map(block => (block.kind === 'picture' ? docxPicture(block) : docxParagraph(block, profile))),
  })
}

const docxRow = (row: RowModel, widths: number[], starts: number[], profile: DocumentProfile): TableRow =>
  new TableRow({
    height: { value: twips(row.height), rule: HeightRule.ATLEAST },
    children: row.cells.map((cell, index) => docxCell(cell, widths, starts[index]!, profile)),
  })

/** A table with every width given: without them the .doc conversion loses it. */
export const docxTable = (table: Model, profile: DocumentProfile): Table => {
  const widths = table.columns.map(twips)
  const starts = startColumns(table)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: table.rows.map((row, index) => docxRow(row, widths, starts[index]!, profile)),
  })
}
