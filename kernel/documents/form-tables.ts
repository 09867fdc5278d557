import type { FormContent } from './answers.ts'
import { type Place, placesOf, type Setting, tableRow } from './grid.ts'
import type { Block, Table } from './model.ts'
import { neededByRow, neededHeight } from './needed-height.ts'
import { type DocumentProfile, lineHeight, textArea } from './profiles.ts'

/** Kept free on a page whose rows give way, mm: other faces than those counted with are higher. */
const SPARE = 5

/** Rows of one table; a later one begins on a new page. */
type Part = { heads: Place[]; rows: Place[] }

const chunks = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** The rows of labels above a repetition head every sheet of it. */
const sheetsOf = (places: Place[]): Part[] => {
  const first = places.findIndex(({ row }) => row.repeat)
  if (!places[0]?.row.newPage || first < 0) return [{ heads: [], rows: places }]
  const [heads, rows] = [places.slice(0, first), places.slice(first)]
  const { toSheet } = rows[0]!.row
  return (toSheet ? chunks(rows, toSheet) : [rows]).map(sheet => ({ heads, rows: sheet }))
}

const partsOf = (content: FormContent): Part[] => {
  const tables: Place[][] = []
  for (const place of placesOf(content)) {
    if (tables.length === 0 || place.row.newPage) tables.push([])
    tables.at(-1)!.push(place)
  }
  return tables.flatMap(sheetsOf)
}

const tableOf = ({ heads, rows }: Part, index: number, content: FormContent, setting: Setting): Table => ({
  kind: 'table',
  columns: content.form.grid.columns,
  ...(index > 0 && { pageBreakBefore: true }),
  rows: [
    ...heads.map(place => ({ ...tableRow(place, content, setting), header: true })),
    ...rows.map(place => tableRow(place, content, setting)),
  ],
})

type Height = number | undefined

const withHeights = (content: FormContent, heightOf: (row: Place['row']) => Height): FormContent => {
  const { form } = content
  const rows = form.grid.rows.map(({ height: _, ...row }, index) => {
    const height = heightOf(form.grid.rows[index]!)
    return height === undefined ? row : { ...row, height }
  })
  return { ...content, form: { ...form, grid: { ...form.grid, rows } } }
}

type Around = { above: Block[]; below: Block[] }

/** The same form with rows as low as its page asks for, each giving way in the measure of what it can spare. */
const fitted = (content: FormContent, setting: Setting, { above, below }: Around): FormContent | undefined => {
  const low = withHeights(content, ({ shrinksTo, height }) => shrinksTo ?? height)
  const parts = partsOf(low)
  const needs = tableOf(parts[0]!, 0, low, setting).rows.map(row =>
    Math.max(row.height, neededByRow(row, content.form.grid.columns, setting.profile)),
  )
  const rows = partsOf(content)[0]!.rows.map(({ row }, index) => ({
    row,
    need: needs[index]!,
    spare: Math.max(0, (row.height ?? 0) - needs[index]!),
  }))
  const page = textArea(setting.profile)
  const around = neededHeight(parts.length === 1 ? [...above, ...below] : above, page.width, setting.profile)
  const over = sum(rows.map(({ need, spare }) => need + spare)) + around + SPARE - page.height
  const spared = sum(rows.map(({ spare }) => spare))
  if (over > spared) return undefined
  const share = over <= 0 ? 0 : over / spared
  const heights = new Map(rows.map(({ row, need, spare }) => [row, need + spare * (1 - share)]))
  return withHeights(content, row => (row.shrinksTo ? heights.get(row) : row.height))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** 五号, for the words of a table that would not fit its page in their own size. */
const SMALLER = 10.5

/** The words of the table in a size of their own, with the line distance that was counted with: else Word takes its. */
const sized = ({ lettering, ...profile }: DocumentProfile, size: number): DocumentProfile => {
  const body = { ...lettering.body, size }
  return { ...profile, lettering: { ...lettering, body: { ...body, line: lineHeight(body) } } }
}

/** How a form that may give way is set: lower rows, then smaller letters; what is too long all the same goes on. */
const chosen = (content: FormContent, setting: Setting, around: Around): [FormContent, Setting] => {
  if (!content.form.grid.rows.some(({ shrinksTo }) => shrinksTo)) return [content, setting]
  const { size } = setting.profile.lettering.body
  for (const tried of [size, Math.min(size, SMALLER)]) {
    const one = { ...setting, profile: sized(setting.profile, tried) }
    const fit = fitted(content, one, around)
    if (fit) return [fit, one]
  }
  return [content, setting]
}

/**
 * The annex's table with its answers, and the layout it is set in; several tables where rows of it stand on sheets of
 * their own. `above` and `below` are what shares its page.
 */
export const formTables = (
  content: FormContent,
  setting: Setting,
  around: Around,
): { tables: Table[]; profile: DocumentProfile } => {
  const [fit, { pictures, profile }] = chosen(content, setting, around)
  return { tables: partsOf(fit).map((part, index) => tableOf(part, index, fit, { pictures, profile })), profile }
}
