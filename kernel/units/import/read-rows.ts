import { type Cell, cellText, readSheet } from '#kernel/documents/excel/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type ColumnKey, columnKeys, columns, type SheetRow } from './columns.ts'

export const maxImportRows = 10_000

/**
 * Reads the rows of a filled template. Columns may stand in any order and others beside them; empty rows are skipped.
 * @throws Problem as readSheet, and 422 `import.columns`, `import.empty`
 */
export const readRows = async (file: Buffer): Promise<SheetRow[]> => {
  const [heading = [], ...rows] = await readSheet(file, { maxRows: maxImportRows + 1, maxColumns: 50 })
  const places = placesOf(heading)
  const filled = rows.flatMap((cells, n) => {
    const picked = pick(cells, places)
    return Object.values(picked).every(cell => cellText(cell) === '') ? [] : [{ row: n + 2, cells: picked }]
  })
  if (filled.length === 0) throw refuse('import.empty', '表里没有要导入的行。请从第2行起填写。', { status: 422 })
  return filled
}

const required: ColumnKey[] = ['name', 'parent', 'kind']

const placesOf = (heading: Cell[]): Map<ColumnKey, number> => {
  const titles = heading.map(cell => cellText(cell).replace(/\s/g, ''))
  const places = new Map(columnKeys.map(key => [key, titles.indexOf(columns[key].title)]))
  const missing = required.filter(key => places.get(key) === -1).map(key => `“${columns[key].title}”`)
  if (missing.length > 0)
    throw refuse('import.columns', `第1行缺少${missing.join('、')}列。请下载模板，不要改动表头。`, { status: 422 })
  return places
}

const pick = (cells: Cell[], places: Map<ColumnKey, number>) =>
  Object.fromEntries(columnKeys.map(key => [key, cells[places.get(key)!] ?? null])) as Record<ColumnKey, Cell>
