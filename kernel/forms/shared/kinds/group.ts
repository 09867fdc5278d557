import { z } from 'zod'
import type { FieldOf, LeafField } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { fault, joinPath, type Kind } from './kind.ts'
import { kindOf } from './leaves.ts'
import { ROW_CEILING } from './table.ts'

type Cells = Record<string, unknown>

const isCells = (value: unknown): value is Cells => typeof value === 'object' && value !== null && !Array.isArray(value)

const tidyCells = (raw: unknown, fields: LeafField[]): unknown => {
  if (!isCells(raw)) return raw ?? {}
  return Object.fromEntries(fields.map(field => [field.key, kindOf(field).normalise(raw[field.key], field)]))
}

const cellsEmpty = (cells: Cells, fields: LeafField[]): boolean =>
  fields.every(field => {
    const parsed = kindOf(field).answer.safeParse(cells[field.key])
    return cells[field.key] === undefined || (parsed.success && kindOf(field).isEmpty(parsed.data))
  })

/** Findings of the fields inside a group or a row, each at its own path. */
const cellFindings = (cells: Cells, fields: LeafField[], context: FieldContext, path: string): FieldFinding[] =>
  fields.flatMap(field => checkLeaf(cells[field.key], field, context, joinPath(path, field.key)))

/** Findings of one answer: shape, emptiness, and the kind's own. */
export const checkLeaf = (raw: unknown, field: LeafField, context: FieldContext, path: string): FieldFinding[] => {
  const kind = kindOf(field)
  const parsed = kind.answer.safeParse(raw ?? kind.empty)
  if (!parsed.success) return [fault('field.shape', 'block', `“${field.label}”的内容无法识别，请重新填写。`, path)]
  if (kind.isEmpty(parsed.data)) {
    if (context.mode === 'draft' || !field.required) return []
    return [fault('required', 'block', `请填写“${field.label}”。`, path)]
  }
  return kind.validate(parsed.data, field, context).map(finding => ({ ...finding, path: joinPath(path, finding.path) }))
}

/** Cells as text, `label：text` joined; used in lists and redlines. */
const cellsText = (cells: Cells, fields: LeafField[]): string =>
  fields
    .map(field => `${field.label}：${leafText(cells[field.key], field)}`)
    .filter(text => !text.endsWith('：'))
    .join('；')

/** One leaf answer as text; what cannot be read prints as nothing. */
export const leafText = (raw: unknown, field: LeafField): string => {
  const parsed = kindOf(field).answer.safeParse(raw ?? kindOf(field).empty)
  return parsed.success && !kindOf(field).isEmpty(parsed.data) ? kindOf(field).toText(parsed.data, field) : ''
}

const Cells = z.record(z.string(), z.unknown())

/** Several answers under one heading (项目联络员及联系方式). */
export const group: Kind<'group', Cells> = {
  kind: 'group',
  answer: Cells,
  empty: {},
  normalise: (raw, field) => tidyCells(raw, field.fields),
  isEmpty: () => false,
  validate: (cells, field, context) => cellFindings(cells, field.fields, context, ''),
  toText: (cells, field) => cellsText(cells, field.fields),
}

const filledRows = (rows: Cells[], field: FieldOf<'rows'>) => rows.filter(row => !cellsEmpty(row, field.fields))

const printRow = (row: Cells, field: FieldOf<'rows'>): string => {
  if (!field.print) return cellsText(row, field.fields)
  return field.print.replace(/\{(\w+)\}/g, (_, key: string) => {
    const inner = field.fields.find(one => one.key === key)
    return inner ? leafText(row[key], inner) : ''
  })
}

/** Rows of the same columns: projects, ranked names. */
export const rows: Kind<'rows', Cells[]> = {
  kind: 'rows',
  answer: z.array(Cells),
  empty: [],
  normalise: (raw, field) => (Array.isArray(raw) ? raw.map(row => tidyCells(row, field.fields)) : (raw ?? [])),
  isEmpty: value => value.every(row => Object.keys(row).length === 0),
  validate: (value, field, context) => {
    if (value.length > ROW_CEILING) {
      return [fault('rows.ceiling', 'block', `“${field.label}”共${value.length}条，最多可保存${ROW_CEILING}条。`)]
    }
    const filled = filledRows(value, field)
    const findings = value.flatMap((row, index) =>
      cellsEmpty(row, field.fields) ? [] : cellFindings(row, field.fields, context, String(index)),
    )
    if (filled.length > field.atMost) {
      findings.push(fault('rows.tooMany', 'block', `“${field.label}”最多填${field.atMost}条，现有${filled.length}条。`))
    }
    if (context.mode === 'submit' && filled.length < field.atLeast) {
      findings.push(fault('rows.tooFew', 'block', `“${field.label}”至少填${field.atLeast}条，现有${filled.length}条。`))
    }
    return findings
  },
  toText: (value, field) =>
    filledRows(value, field)
      .map(row => printRow(row, field))
      .join('\n'),
}
