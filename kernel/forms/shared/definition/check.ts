import type { FormDefinition } from './form.ts'
import type { Grid, Row } from './grid.ts'
import { answerPaths, placedPaths, unplacedPaths } from './places.ts'

export type FormFault = { code: string; message: string }

type Taken = Map<string, number>

/** Rows a row stands for: repeated rows span as one, since `all` covers the band. */
const height = (rowspan: number | 'all') => (rowspan === 'all' ? 1 : rowspan)

const placeRow = (row: Row, index: number, columns: number, taken: Taken): FormFault[] => {
  let column = 0
  const faults: FormFault[] = []
  for (const cell of row.cells) {
    while (taken.has(`${index}:${column}`)) column += 1
    for (let down = 0; down < height(cell.rowspan); down += 1) {
      for (let across = 0; across < cell.colspan; across += 1) {
        const place = `${index + down}:${column + across}`
        if (taken.has(place))
          faults.push({ code: 'grid.overlap', message: `第${index + 1}行第${column + 1}列与别的单元格重叠` })
        taken.set(place, index)
      }
    }
    column += cell.colspan
  }
  if (column > columns)
    faults.push({ code: 'grid.wide', message: `第${index + 1}行共${column}列，多于表格的${columns}列` })
  return faults
}

/** Whether the cells tile the table: no hole, no overlap, nothing beyond its edges. */
export const gridFaults = (grid: Grid): FormFault[] => {
  const taken: Taken = new Map()
  const columns = grid.columns.length
  const faults = grid.rows.flatMap((row, index) => placeRow(row, index, columns, taken))
  for (let row = 0; row < grid.rows.length; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(`${row}:${column}`)) continue
      faults.push({ code: 'grid.hole', message: `第${row + 1}行第${column + 1}列没有单元格` })
    }
  }
  const below = [...taken.keys()].some(place => Number(place.split(':')[0]) >= grid.rows.length)
  if (below) faults.push({ code: 'grid.tall', message: '有单元格的跨行超出表格最后一行' })
  return faults
}

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)

/** Everything wrong with a form's definition that its schema cannot see; empty when it is sound. */
export const formFaults = (form: FormDefinition): FormFault[] => {
  const { all } = answerPaths(form)
  const placed = placedPaths(form)
  const say = (code: string, paths: string[], words: string) =>
    paths.map(path => ({ code, message: `字段“${path}”${words}` }))
  return [
    ...say(
      'form.twice',
      repeated(form.sections.flatMap(section => section.fields.map(field => field.key))),
      '重复定义',
    ),
    ...say('form.unplaced', unplacedPaths(form), '没有放进表格（如不打印请写printed: false）'),
    ...say(
      'form.unknown',
      [...new Set(placed)].filter(path => !all.includes(path)),
      '在表格中使用但没有定义',
    ),
    ...gridFaults(form.grid),
  ]
}
