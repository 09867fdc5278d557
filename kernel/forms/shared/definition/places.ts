import type { Field } from './field.ts'
import type { FormDefinition } from './form.ts'
import type { Cell, Row } from './grid.ts'

const inner = (field: Field): string[] =>
  field.kind === 'group' || field.kind === 'rows' ? field.fields.map(one => `${field.key}.${one.key}`) : []

/**
 * Paths a form's answers have: `all` that a cell may use, `printed` those that must stand on paper. A group is printed
 * by its members; rows by the rows field itself.
 */
export const answerPaths = (form: FormDefinition): { all: string[]; printed: string[] } => {
  const fields = form.sections.flatMap(section => section.fields)
  const all = fields.flatMap(field => [field.key, ...inner(field)])
  const printed = fields
    .filter(field => field.printed)
    .flatMap(field => {
      if (field.kind !== 'group') return [field.key]
      return field.fields.filter(one => one.printed).map(one => `${field.key}.${one.key}`)
    })
  return { all, printed }
}

/** Paths that should stand on paper and do not yet. */
export const unplacedPaths = (form: FormDefinition): string[] => {
  const placed = placedPaths(form)
  return answerPaths(form).printed.filter(path => !placed.includes(path))
}

const inText = (text: string) => [...text.matchAll(/\{([\w.]+)\}/g)].map(([, path]) => path!)

const cellPaths = (cell: Cell): string[] => {
  if ('field' in cell) return [cell.field]
  if ('seal' in cell) return cell.above ? [cell.above, cell.seal] : [cell.seal]
  return 'text' in cell ? inText(cell.text) : []
}

const rowPaths = (row: Row): string[] => {
  const paths = row.cells.flatMap(cellPaths)
  return row.repeat ? [row.repeat, ...paths.map(path => `${row.repeat}.${path}`)] : paths
}

/** Every path the paper uses: cover, lines above the table, cells, lists below. */
export const placedPaths = (form: FormDefinition): string[] => {
  const entries = [...(form.cover?.entries ?? []), ...form.head]
  return [
    ...entries.flatMap(entry => [entry.field, ...(entry.seal ? [entry.seal] : [])]),
    ...form.grid.rows.flatMap(rowPaths),
    ...form.foot.flatMap(line => ('list' in line ? [line.list] : [])),
  ]
}
