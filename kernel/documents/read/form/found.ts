import { type Field, fieldAt } from '#kernel/forms/shared/index.ts'
import { paragraphsIn, type WordBlock, type WordTable } from '../model.ts'
import type { FoundCell } from './match.ts'
import type { Recognised } from './recognise.ts'
import type { Region } from './region.ts'
import { type Reading, readValue, type Source } from './values/index.ts'
import { keyOf } from './words.ts'

/** An answer as found in the file: its path, its reading and the words it was read from. */
export type Found = Reading & { path: string; source: string }

const tableRows = (table: WordTable): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.cells.filter(cell => cell.row === row).map(cell => cell.text.trim()),
  )

/** A cell that holds a table of its own speaks row by row; any other line by line. */
const rowsOf = (blocks: readonly WordBlock[]): string[][] =>
  blocks.flatMap(block => (block.kind === 'table' ? tableRows(block) : paragraphsIn([block]).map(({ text }) => [text])))

const hasTable = (cell: FoundCell) => cell.blocks.some(({ kind }) => kind === 'table')

/** Cells as the words of an answer. */
export const sourceOf = (rows: FoundCell[][]): Source => ({
  text: rows
    .flat()
    .map(({ text }) => text)
    .filter(text => text.trim() !== '')
    .join('\n'),
  rows: rows
    .flatMap(row => (row.length === 1 && hasTable(row[0]!) ? rowsOf(row[0]!.blocks) : [row.map(({ text }) => text)]))
    .filter(row => row.some(text => text.trim() !== '')),
})

export const sourceOfText = (text: string): Source => ({ text, rows: [[text]] })

const NONE = /^[\s—–\-/／]*$/u

/** The words of a cell that nobody filled in: printed advice, a dash for “not applicable”, blanks to write on. */
const isUnfilled = (text: string, placeholder = ''): boolean =>
  NONE.test(text.replaceAll('_', '')) || (placeholder !== '' && keyOf(text) === keyOf(placeholder))

/** Reads the words found for a field. */
export const foundFor = (path: string, field: Field, source: Source, placeholder?: string): Found => {
  const unfilled = field.kind !== 'opinion' && isUnfilled(source.text, placeholder)
  const reading = readValue(unfilled ? sourceOfText('') : source, field)
  return { path, source: unfilled ? '' : source.text.trim(), ...reading }
}

const HOW: Record<Region['how'], { confidence: number; note?: string }> = {
  right: { confidence: 1 },
  below: { confidence: 0.9, note: '内容在栏目名下方找到。' },
  inline: { confidence: 0.95 },
  none: { confidence: 0, note: '栏目旁边没有可填的格。' },
}

/** A reading with the doubts of how its cell was found. */
export const foundBy = (found: Found, how: Region['how'], labelLikeness: number, label: string): Found => {
  const { confidence, note } = HOW[how]
  const renamed = labelLikeness < 0.9 ? `栏目名与“${label}”不完全相同。` : undefined
  const notes = [found.note, note, renamed].filter(Boolean)
  const all = Math.min(found.confidence, confidence, labelLikeness < 0.9 ? 0.8 : 1)
  return { ...found, confidence: all, ...(notes.length > 0 ? { note: notes.join('') } : {}) }
}

export const fieldOf = ({ form }: Recognised, path: string): Field | undefined => fieldAt(form, path)
