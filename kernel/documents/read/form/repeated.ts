import { type Cell, type FieldOf, fieldAt } from '#kernel/forms/shared/index.ts'
import type { Found } from './found.ts'
import type { FoundCell } from './match.ts'
import type { Recognised } from './recognise.ts'
import { besideRows } from './region.ts'
import type { Repetition } from './template.ts'
import { fromTemplate, readValue } from './values/index.ts'
import { keyOf, likeness, oneLine } from './words.ts'

type Row = { cells: FoundCell[]; row: number; table: number }
type Head = { label: string; cell: FoundCell }

const ALIKE = 0.7

/** Cells of the file that stand at the heads of the repeated columns. */
const headsOf = ({ cells }: Recognised, repetition: Repetition): Head[] =>
  repetition.cells.flatMap(({ head }) => {
    const best = cells
      .map(cell => ({ cell, alike: likeness(head, cell.key) }))
      .filter(({ alike }) => alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike)[0]
    return best ? [{ label: head, cell: best.cell }] : []
  })

/** Rows below the heads, in their table. */
const rowsUnder = ({ cells }: Recognised, head: FoundCell): Row[] => {
  const last = Math.max(...cells.filter(cell => cell.table === head.table).map(cell => cell.row))
  return Array.from({ length: Math.max(0, last - head.row) }, (_, at) => {
    const row = head.row + 1 + at
    return { row, table: head.table, cells: cells.filter(cell => cell.table === head.table && cell.row === row) }
  })
}

/** The cell of a row that stands under a head. */
const under = (row: Row, head: FoundCell) =>
  row.cells.find(cell => cell.column < head.column + head.colspan && head.column < cell.column + cell.colspan)

/** The list a row belongs to: told by the label at its side, which may cover many rows. */
const sideOf = ({ cells, template }: Recognised, row: Row): string | undefined => {
  const sides = template.repetitions.flatMap(({ side }) => (side ? [side] : []))
  const beside = cells.filter(cell => row.cells[0] && besideRows({ ...row.cells[0], row: row.row }, cell))
  const best = beside
    .flatMap(cell => sides.map(side => ({ side, alike: likeness(side, cell.key) })))
    .sort((a, b) => b.alike - a.alike)[0]
  return best && best.alike >= ALIKE ? best.side : undefined
}

const readCell = (ask: Cell, text: string, field: FieldOf<'rows'>): Record<string, unknown> => {
  if ('text' in ask) return text === '' ? {} : fromTemplate(text, ask.text).values
  const inner = 'field' in ask ? field.fields.find(({ key }) => key === ask.field) : undefined
  return inner && text !== '' ? { [inner.key]: readValue({ text, rows: [[text]] }, inner).answer } : {}
}

const readRow = (row: Row, heads: Head[], repetition: Repetition, field: FieldOf<'rows'>) => {
  const values = repetition.cells.map(({ cell, head }) => {
    const at = heads.find(({ label }) => label === head)
    return readCell(cell, oneLine(at ? (under(row, at.cell)?.text ?? '') : ''), field)
  })
  return Object.assign({}, ...values) as Record<string, unknown>
}

const readRepetition = (known: Recognised, repetition: Repetition): Found[] => {
  const field = fieldAt(known.form, repetition.rows)
  const heads = headsOf(known, repetition)
  if (field?.kind !== 'rows' || heads.length === 0) return []
  const several = known.template.repetitions.length > 1
  const rows = rowsUnder(known, heads[0]!.cell).filter(row => !several || sideOf(known, row) === repetition.side)
  const read = rows.map(row => ({ row, answers: readRow(row, heads, repetition, field) }))
  const filled = read.filter(({ answers }) => Object.values(answers).some(value => value !== ''))
  const unsplit = filled.some(({ answers }) => Object.values(answers).includes('') || Object.keys(answers).length === 0)
  const source = filled
    .map(({ row }) => row.cells.map(({ text }) => text.trim()).join('  '))
    .filter(text => keyOf(text) !== '')
    .join('\n')
  const doubt = unsplit ? { confidence: 0.5, note: '有的行没有按栏目分开，请逐行核对。' } : { confidence: 1 }
  return [{ path: repetition.rows, answer: filled.map(({ answers }) => answers), source, ...doubt }]
}

/** Lists whose rows repeat under a head (排序表). */
export const readRepeated = (known: Recognised): Found[] =>
  known.template.repetitions.flatMap(repetition => readRepetition(known, repetition))
