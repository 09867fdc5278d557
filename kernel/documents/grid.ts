import { answerAt, type Cell, type Row } from '#kernel/forms/shared/index.ts'
import { type FormContent, fieldFor, filled, printed } from './answers.ts'
import { paragraph } from './build.ts'
import type { Paragraph, Picture, Table, TableCell, TableRow } from './model.ts'
import { opinionBlocks } from './opinion.ts'

/** Pictures by file id, as the caller read them from storage. */
export type Pictures = Record<string, { data: Uint8Array; format: 'jpg' | 'png' }>

/** One printed row: which repetition it belongs to and where in it, and the running number. */
type Place = { row: Row; item?: unknown; index: number; rows: number; counter: number }

const ROW_HEIGHT = 10
/** 二寸 photo: 35 mm × 49 mm. */
const PHOTO = { width: 35, height: 49 }

const lines = (text: string, align: Paragraph['align']): Paragraph[] =>
  text.split('\n').map(line => paragraph(line, { align: align ?? 'center' }))

const labelBlocks = (cell: Extract<Cell, { label: string }>): Paragraph[] =>
  lines(cell.vertical ? [...cell.label].join('\n') : cell.label, cell.align)

const photoBlock = (content: FormContent, path: string, pictures: Pictures): Picture | undefined => {
  const fileId = answerAt(content.answers, `${path}.fileId`)
  const picture = typeof fileId === 'string' ? pictures[fileId] : undefined
  return picture && { kind: 'picture', ...picture, ...PHOTO }
}

const fieldBlocks = (
  cell: Extract<Cell, { field: string }>,
  content: FormContent,
  place: Place,
  pictures: Pictures,
): TableCell['blocks'] => {
  const field = fieldFor(content.form, cell.field, place.row.repeat)
  if (field?.kind === 'photo') {
    const picture = photoBlock(content, cell.field, pictures)
    return picture ? [picture] : lines(cell.placeholder ?? '', 'center')
  }
  const text = printed(content, cell.field, place.row.repeat, place.item) || (cell.placeholder ?? '')
  const indent = field?.kind === 'longText' && text !== '' ? 2 : 0
  return lines(text, cell.align).map(one => ({ ...one, indent }))
}

const cellBlocks = (cell: Cell, content: FormContent, place: Place, pictures: Pictures): TableCell['blocks'] => {
  if ('label' in cell) return labelBlocks(cell)
  if ('seal' in cell) return opinionBlocks(content, cell.seal)
  if ('counter' in cell) return lines(String(place.counter), cell.align)
  if ('text' in cell) return lines(filled(content, cell.text, place.row.repeat, place.item), cell.align)
  return fieldBlocks(cell, content, place, pictures)
}

const places = (content: FormContent): Place[] => {
  let counter = 0
  return content.form.grid.rows.flatMap(row => {
    if (!row.repeat) return [{ row, index: 0, rows: 1, counter }]
    const items = answerAt(content.answers, row.repeat)
    const list = Array.isArray(items) ? items : []
    const rows = Math.max(list.length, row.atLeast, 1)
    return Array.from({ length: rows }, (_, index) => {
      counter += 1
      return { row, item: list[index] ?? {}, index, rows, counter }
    })
  })
}

/** A path as the answers have it: a repeated row's own path stands under its place in the list. */
const keyOf = (path: string, { row, index }: Place): string => (row.repeat ? `${row.repeat}.${index}.${path}` : path)

const tableRow = (place: Place, content: FormContent, pictures: Pictures): TableRow => ({
  height: place.row.height ?? ROW_HEIGHT,
  cells: place.row.cells
    .filter(cell => cell.rowspan !== 'all' || place.index === 0)
    .map(cell => ({
      blocks: cellBlocks(cell, content, place, pictures),
      colspan: cell.colspan,
      rowspan: cell.rowspan === 'all' ? place.rows : cell.rowspan,
      ...('seal' in cell ? { key: cell.seal } : 'field' in cell ? { key: keyOf(cell.field, place) } : {}),
      verticalAlign: 'seal' in cell ? 'bottom' : 'field' in cell && cell.align === 'left' ? 'top' : 'center',
    })),
})

/** The annex's table with its answers. */
export const formTable = (content: FormContent, pictures: Pictures): Table => ({
  kind: 'table',
  columns: content.form.grid.columns,
  rows: places(content).map(place => tableRow(place, content, pictures)),
})
