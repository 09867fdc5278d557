import { parentPort } from 'node:worker_threads'
import { readSheet as parse } from 'read-excel-file/node'
import writeXlsx from 'write-excel-file/node'
import { BadArchive, openArchive, type ZipLimits } from '#platform/sandbox/index.ts'
import type { Cell } from './cell.ts'
import { fittedToWidth, orientationOf, titlesOnEveryPage } from './fitted.ts'

export type SheetCells = {
  name: string
  titles: string[]
  widths: number[]
  /** How the numbers of a column are shown. */
  formats: (string | undefined)[]
  rows: Cell[][]
}
export type ExcelTask =
  | { kind: 'read'; file: Uint8Array; sheet: number; zip: ZipLimits; maxRows: number; maxColumns: number }
  | { kind: 'write'; sheets: SheetCells[] }
export type ExcelAnswer =
  | { rows: Cell[][] }
  | { file: Uint8Array }
  | { refused: 'not-xlsx' | 'encrypted' | 'too-large' | 'unsafe' | 'broken' | 'too-many-rows' }

/** What is wrong with the archive, in the words of a workbook's refusal. */
const refusalOf = ({ problem }: BadArchive) => {
  if (problem === 'not-zip') return 'not-xlsx'
  if (problem === 'too-many') return 'too-large'
  return problem === 'encrypted' || problem === 'too-large' ? problem : 'unsafe'
}

const read = async (task: ExcelTask & { kind: 'read' }): Promise<ExcelAnswer> => {
  const file = Buffer.from(task.file)
  const { names } = openArchive(file, task.zip)
  if (!names.includes('[Content_Types].xml')) return { refused: 'not-xlsx' }
  const rows = await parse(file, task.sheet)
  if (rows.length > task.maxRows || rows.some(row => row.length > task.maxColumns)) return { refused: 'too-many-rows' }
  return { rows: rows.map(row => row.map(toCell)) }
}

const toCell = (value: unknown): Cell => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'number' || typeof value === 'boolean' ? value : value == null ? null : String(value)
}

const EDGE = { borderStyle: 'thin' as const, alignVertical: 'center' as const }

/** Text cells carry the text format, so that Excel keeps codes and ID numbers whole when they are edited. */
const styled = (cell: Cell, format: string | undefined) => {
  if (cell === null || cell === '') return { value: null, ...EDGE }
  if (typeof cell === 'number') return { value: cell, type: Number, ...(format && { format }), ...EDGE }
  return { value: String(cell), type: String, format: '@', wrap: true, ...EDGE }
}

const write = async ({ sheets }: ExcelTask & { kind: 'write' }): Promise<ExcelAnswer> => {
  const book = sheets.map(({ name, titles, widths, formats, rows }) => ({
    sheet: name,
    data: [
      titles.map(value => ({
        ...{ value, type: String, fontWeight: 'bold' as const, wrap: true },
        ...{ align: 'center' as const, backgroundColor: '#f2f2f2', ...EDGE },
      })),
      ...rows.map(row => row.map((cell, column) => styled(cell, formats[column]))),
    ],
    columns: widths.map(width => ({ width })),
    stickyRowsCount: 1,
    orientation: orientationOf(widths),
  }))
  return {
    file: await writeXlsx(
      book as never,
      { fontFamily: '宋体', fontSize: 11, features: [fittedToWidth, titlesOnEveryPage] } as never,
    ).toBuffer(),
  }
}

const run = (task: ExcelTask) => (task.kind === 'read' ? read(task) : write(task))

parentPort!.on('message', async (task: ExcelTask) =>
  parentPort!.postMessage(
    await run(task).catch(
      (error: unknown): ExcelAnswer => ({ refused: error instanceof BadArchive ? refusalOf(error) : 'broken' }),
    ),
  ),
)
