import { z } from 'zod'
import type { FieldKindName, FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { cleanLine } from '../words/hygiene.ts'
import { ceilingFaults, fault, type Kind } from './kind.ts'

/** Most rows stored in one table field. */
export const ROW_CEILING = 200
const CELL_CEILING = 500

export type Column = { key: string; label: string; tidy?: (text: string) => string }
export type TableRow = Record<string, string>

const tidyRow = (row: unknown, columns: Column[]): unknown => {
  if (typeof row !== 'object' || row === null) return row
  const cells = row as Record<string, unknown>
  return Object.fromEntries(
    columns.map(({ key, tidy }) => {
      const raw = cells[key] ?? ''
      if (typeof raw !== 'string' || raw.length > CELL_CEILING) return [key, raw]
      return [key, tidy ? tidy(cleanLine(raw)) : cleanLine(raw)]
    }),
  )
}

/** Whether nothing has been typed into a row. */
export const isBlankRow = (row: TableRow): boolean => Object.values(row).every(cell => cell === '')

type TableOptions<K extends FieldKindName> = {
  kind: K
  columns: Column[]
  /** Words for one row in messages: “第2条报道”. */
  noun: string
  check: (rows: TableRow[], field: FieldOf<K>, context: FieldContext) => FieldFinding[]
  rowText: (row: TableRow) => string
}

const missing = (rows: TableRow[], columns: Column[], noun: string): FieldFinding[] =>
  rows.flatMap((row, index) => {
    const absent = columns.filter(({ key }) => row[key] === '')
    if (absent.length === 0 || isBlankRow(row)) return []
    const labels = absent.map(({ label }) => label).join('、')
    return [fault('row.incomplete', 'block', `第${index + 1}条${noun}缺少${labels}。`, `${index}.${absent[0]!.key}`)]
  })

/** Rows or cells too many or too long to be stored. */
const ceilings = (rows: TableRow[], columns: Column[], noun: string): FieldFinding[] => {
  if (rows.length > ROW_CEILING) {
    return [fault('rows.ceiling', 'block', `${noun}共${rows.length}条，最多可保存${ROW_CEILING}条。`)]
  }
  return rows.flatMap((row, index) =>
    columns.flatMap(({ key, label }) =>
      ceilingFaults(row[key] ?? '', `第${index + 1}条${noun}的${label}`, CELL_CEILING, `${index}.${key}`),
    ),
  )
}

/** Kinds that are rows of text cells with their own checks: résumé, awards, media reports. */
export const tableKind = <K extends FieldKindName>(options: TableOptions<K>): Kind<K, TableRow[]> => ({
  kind: options.kind,
  answer: z.array(z.record(z.string(), z.string())),
  empty: [],
  normalise: raw => (Array.isArray(raw) ? raw.map(row => tidyRow(row, options.columns)) : (raw ?? [])),
  isEmpty: rows => rows.every(isBlankRow),
  validate: (rows, field, context) => [
    ...ceilings(rows, options.columns, options.noun),
    ...(context.mode === 'submit' ? missing(rows, options.columns, options.noun) : []),
    ...options.check(rows, field, context),
  ],
  toText: rows =>
    rows
      .filter(row => !isBlankRow(row))
      .map(options.rowText)
      .join('\n'),
})
