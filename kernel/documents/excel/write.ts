import { attachment, refuse } from '#platform/http/index.ts'
import { type Cell, defuse } from './cell.ts'
import { inWorker } from './in-worker.ts'
import type { SheetCells } from './worker.ts'

export type Column<Row> = {
  title: string
  /** Width in half-width characters; 14 when left out. */
  width?: number
  /** How its numbers are shown: `0.00` for yuan and fen. */
  format?: '0.00'
  /** The value of a cell: numbers stay numbers, all else is written as text (ID numbers keep every digit). */
  value: (row: Row) => string | number | boolean | null | undefined
}

export type SheetContent<Row> = { name?: string; columns: readonly Column<Row>[]; rows: readonly Row[] }

/** A workbook of one sheet. @returns the bytes of an .xlsx file */
export const writeSheet = <Row>(content: SheetContent<Row>): Promise<Buffer> => writeBook([sheetOf(content)])

/** Prepares a sheet for {@link writeBook}; sheets of different rows stand in one book. */
export const sheetOf = <Row>({ name = '名单', columns, rows }: SheetContent<Row>): SheetCells => ({
  name,
  titles: columns.map(({ title }) => title),
  widths: columns.map(({ width }) => width ?? 14),
  formats: columns.map(({ format }) => format),
  rows: rows.map(row => columns.map(({ value }) => safeCell(value(row)))),
})

let mark: string | undefined

/** What every tab says from now on (演示数据，非真实情况): told when the application starts. The rows stay as they are. */
export const markBooks = (words: string | undefined): void => {
  mark = words
}

/** Excel takes 31 characters for a tab: what is too long loses its end, never the mark. */
const TAB = 31
const marked = ({ name, ...sheet }: SheetCells): SheetCells =>
  mark ? { ...sheet, name: `${name.slice(0, TAB - mark.length - 2)}（${mark}）` } : { ...sheet, name }

/** A workbook of several sheets. */
export const writeBook = async (sheets: SheetCells[]): Promise<Buffer> => {
  const answer = await inWorker({ kind: 'write', sheets: sheets.map(marked) })
  if ('file' in answer) return Buffer.from(answer.file)
  throw refuse('excel.not-written', '表格没有生成，请稍后再试。', { status: 500 })
}

const safeCell = (value: string | number | boolean | null | undefined): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isSafeInteger(value) || Math.abs(value) < 1e15 ? value : String(value)
  return typeof value === 'boolean' ? (value ? '是' : '否') : defuse(value)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An answer with an .xlsx file. */
export const excelResponse = (file: Buffer, name: string): Response => attachment({ bytes: file, name, mime: XLSX })
