import { answerAt, type Cell, type Row } from '#kernel/forms/shared/index.ts'
import { answerAboveSignature } from './answer-above.ts'
import { type FormContent, fieldFor, filled, printed } from './answers.ts'
import { paragraph } from './build.ts'
import type { Paragraph, Picture, TableCell, TableRow } from './model.ts'
import { opinionBlocks } from './opinion.ts'
import type { DocumentProfile } from './profiles.ts'

/** Pictures by file id, as the caller read them from storage. */
export type Pictures = Record<string, { data: Uint8Array; format: 'jpg' | 'png' }>

/** One printed row: which repetition it belongs to and where in it, and the running number. */
export type Place = { row: Row; item?: unknown; index: number; rows: number; counter: number }

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

const answerLines = (path: string, content: FormContent, place: Place, align: Paragraph['align'], empty = '') => {
  const text = printed(content, path, place.row.repeat, place.item) || empty
  const field = fieldFor(content.form, path, place.row.repeat)
  const indent = field?.kind === 'longText' && text !== '' ? 2 : 0
  return lines(text, align).map(one => ({ ...one, indent }))
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
  return answerLines(cell.field, content, place, cell.align, cell.placeholder)
}

type SealCell = Extract<Cell, { seal: string }>

/** Height and width in mm of a cell in its row, which no cell of a row above reaches into. */
const sizeOf = (cell: Cell, { row }: Place, { form }: FormContent) => {
  const column = row.cells.slice(0, row.cells.indexOf(cell)).reduce((sum, { colspan }) => sum + colspan, 0)
  const width = form.grid.columns.slice(column, column + cell.colspan).reduce((sum, one) => sum + one, 0)
  return { width, height: row.height ?? ROW_HEIGHT }
}

const sealBlocks = (cell: SealCell, content: FormContent, place: Place, profile: DocumentProfile): Paragraph[] => {
  const opinion = opinionBlocks(content, cell.seal)
  if (!cell.above) return opinion
  const answer = answerLines(cell.above, content, place, 'left')
  return answerAboveSignature(answer, opinion, sizeOf(cell, place, content), profile)
}

/** How a form is put on paper: the pictures of its answers, and the layout it is set in. */
export type Setting = { pictures: Pictures; profile: DocumentProfile }

const cellBlocks = (cell: Cell, content: FormContent, place: Place, setting: Setting): TableCell['blocks'] => {
  if ('label' in cell) return labelBlocks(cell)
  if ('seal' in cell) return sealBlocks(cell, content, place, setting.profile)
  if ('counter' in cell) return lines(String(place.counter), cell.align)
  if ('text' in cell) return lines(filled(content, cell.text, place.row.repeat, place.item), cell.align)
  return fieldBlocks(cell, content, place, setting.pictures)
}

/** Every printed row of the form, those of a repetition as often as it has answers; a sheet is filled up. */
export const placesOf = (content: FormContent): Place[] => {
  let counter = 0
  return content.form.grid.rows.flatMap(row => {
    if (!row.repeat) return [{ row, index: 0, rows: 1, counter }]
    const items = answerAt(content.answers, row.repeat)
    const list = Array.isArray(items) ? items : []
    const least = Math.max(list.length, row.atLeast, 1)
    const rows = row.toSheet ? Math.ceil(least / row.toSheet) * row.toSheet : least
    return Array.from({ length: rows }, (_, index) => {
      counter += 1
      return { row, item: list[index] ?? {}, index, rows, counter }
    })
  })
}

/** A path as the answers have it: a repeated row's own path stands under its place in the list. */
const keyOf = (path: string, { row, index }: Place): string => (row.repeat ? `${row.repeat}.${index}.${path}` : path)

const verticalAlignOf = (cell: Cell): TableCell['verticalAlign'] => {
  if ('seal' in cell) return cell.above ? 'top' : 'bottom'
  return 'field' in cell && cell.align === 'left' ? 'top' : 'center'
}

/** A row of the annex with its answers. */
export const tableRow = (place: Place, content: FormContent, setting: Setting): TableRow => ({
  height: place.row.height ?? ROW_HEIGHT,
  ...(place.row.keepWithNext && { keepWithNext: true }),
  cells: place.row.cells
    .filter(cell => cell.rowspan !== 'all' || place.index === 0)
    .map(cell => ({
      blocks: cellBlocks(cell, content, place, setting),
      colspan: cell.colspan,
      rowspan: cell.rowspan === 'all' ? place.rows : cell.rowspan,
      ...('seal' in cell ? { key: cell.seal } : 'field' in cell ? { key: keyOf(cell.field, place) } : {}),
      verticalAlign: verticalAlignOf(cell),
    })),
})
