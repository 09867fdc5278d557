import type { Table, TableCell, TableRow } from '../model.ts'
import { type DocumentProfile, lineHeight } from '../profiles.ts'
import { type Placed, placedCells } from '../table-places.ts'
import { mm, stroke } from './literal.ts'
import { paragraphsSource } from './paragraph.ts'
import { pictureSource } from './picture.ts'
import type { Press } from './setting.ts'

const LINE = 0.18
const INSET = { x: 1.5, y: 0.7 }
const VERTICAL = { top: 'top', center: 'horizon', bottom: 'bottom' }
const MM_PER_POINT = 25.4 / 72

const textOf = (cell: TableCell): string[] =>
  cell.blocks.flatMap(block => (block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : []))

/** Height in mm that a cell's text needs at least, by counting characters. */
const estimate = (cell: TableCell, width: number, profile: DocumentProfile): number => {
  const { body } = profile.lettering
  const perLine = Math.max(1, Math.floor((width - 2 * INSET.x) / (body.size * MM_PER_POINT)))
  const lines = textOf(cell).reduce((sum, text) => sum + Math.max(1, Math.ceil([...text].length / perLine)), 0)
  return lines * lineHeight(body) * MM_PER_POINT
}

const upright = (cell: TableCell): TableCell =>
  cell.vertical
    ? {
        ...cell,
        blocks: cell.blocks.map(block =>
          block.kind === 'paragraph'
            ? { ...block, runs: block.runs.map(run => ({ ...run, text: [...run.text].join('\n') })) }
            : block,
        ),
      }
    : cell

/** Latin letters are half as wide as they are high, some narrower: a word counts as too long from here. */
const LATIN = 0.5

/** A word too long for its cell (an address of mail) may go on in the next line, as in Word; typst would not break it. */
const broken = (cell: TableCell, width: number, profile: DocumentProfile): TableCell => {
  const most = Math.floor((width - 2 * INSET.x) / (profile.lettering.body.size * MM_PER_POINT * LATIN))
  const long = new RegExp(`[\\x21-\\x7e]{${Math.max(1, most) + 1},}`, 'gu')
  const breakable = (text: string) =>
    text.replace(long, word =>
      [...word]
        .map(char => `${char}\u200b`)
        .join('')
        .slice(0, -1),
    )
  return {
    ...cell,
    blocks: cell.blocks.map(block =>
      block.kind === 'paragraph'
        ? { ...block, runs: block.runs.map(run => ({ ...run, text: breakable(run.text) })) }
        : block,
    ),
  }
}

const cellContent = (cell: TableCell, profile: DocumentProfile, press: Press): string => {
  const out: string[] = []
  for (const block of upright(cell).blocks) {
    out.push(block.kind === 'picture' ? pictureSource(block, press) : paragraphsSource([block], profile, press))
  }
  return out.join('\n')
}

const edges = ({ edges: own }: TableCell): string => {
  if (!own) return ''
  const sides = Object.entries(own).map(([side, weight]) => `${side}: ${stroke(weight)}`)
  return `, stroke: (${sides.join(', ')})`
}

/** A row taller than its text keeps together; one whose text is longer goes on to the next page, as in Word. */
const cellSource = (cell: TableCell, breaks: boolean, profile: DocumentProfile, press: Press): string => {
  const spans = `colspan: ${cell.colspan}, rowspan: ${cell.rowspan}, breakable: ${breaks || cell.rowspan > 1}`
  return `table.cell(${spans}, align: ${VERTICAL[cell.verticalAlign]}${edges(cell)})[${cellContent(cell, profile, press)}]`
}

/** typst has no least height of a row, so a last column without width holds a block that is as high. */
const strut = (height: number, breaks: boolean): string =>
  `table.cell(inset: 0pt, stroke: none, breakable: ${breaks})[#block(width: 0pt, height: ${mm(height)}, breakable: ${breaks})]`

/** Rows that stay together are held by an empty cell that spans them all, in one more column without width. */
const holders = ({ rows }: Table): string[] | undefined => {
  if (!rows.some(({ keepWithNext }) => keepWithNext)) return undefined
  const last = (from: number): number => (rows[from]?.keepWithNext && rows[from + 1] ? last(from + 1) : from)
  return rows.map((_, y) => {
    if (rows[y - 1]?.keepWithNext) return ''
    return `,\ntable.cell(inset: 0pt, stroke: none, rowspan: ${last(y) - y + 1}, breakable: ${last(y) === y})[]`
  })
}

const rowSource = (table: Table, row: TableRow, places: Placed[], profile: DocumentProfile, press: Press): string => {
  const own = places.filter(({ continues }) => !continues)
  const widthOf = ({ cell, column }: Placed) =>
    table.columns.slice(column, column + cell.colspan).reduce((sum, one) => sum + one, 0)
  const breaks = own.some(
    place => place.cell.rowspan === 1 && estimate(place.cell, widthOf(place), profile) > row.height,
  )
  return [
    ...own.map(place => cellSource(broken(place.cell, widthOf(place), profile), breaks, profile, press)),
    strut(row.height, breaks),
  ].join(',\n')
}

/** A table as typst source. */
export const tableSource = (table: Table, profile: DocumentProfile, press: Press): string => {
  const places = placedCells(table)
  const held = holders(table)
  const rows = table.rows.map((row, y) => rowSource(table, row, places[y]!, profile, press) + (held?.[y] ?? ''))
  const heads = table.rows.findIndex(({ header }) => !header)
  const repeated = heads > 0 ? [`table.header(${rows.slice(0, heads).join(',\n')})`] : []
  const columns = [...table.columns.map(mm), '0pt', ...(held ? ['0pt'] : [])].join(', ')
  const inset = `(x: ${mm(INSET.x)}, y: ${mm(INSET.y)})`
  const source = `#table(columns: (${columns}), stroke: ${stroke(table.line ?? LINE)}, inset: ${inset}, ${[...repeated, ...rows.slice(Math.max(0, heads))].join(',\n')})`
  if (table.atPageFoot) return `#place(bottom + center, float: true, clearance: 0pt)[${source}]`
  return `${table.pageBreakBefore ? '#pagebreak(weak: true)\n' : ''}#align(center)[${source}]`
}
