import type { Cell, FormDefinition, Row } from '#kernel/forms/shared/index.ts'
import { keyOf } from './words.ts'

/** A label of the annex and the cells that hold its answers. */
export type Label = {
  text: string
  key: string
  /** Cells to the right, up to the next label: mostly one. */
  asks: Cell[]
  /** Label that it stands under (联系方式 → 姓名), by index. */
  group?: number
  /** Keys of the other labels in its row and in the rows beside. */
  around: string[]
}

/** Rows that repeat, by the labels at their head, and the label at their side that tells one list from another. */
export type Repetition = { rows: string; cells: { cell: Cell; head: string }[]; side?: string }
export type Template = { labels: Label[]; repetitions: Repetition[] }

type Placed = { cell: Cell; row: number; column: number; end: number; rowspan: number; source: Row }

const isLabel = ({ cell }: Placed) => 'label' in cell
const wordsOf = ({ cell }: Placed) => ('label' in cell ? cell.label : '')

const place = (rows: Row[]): Placed[] => {
  const taken = new Set<string>()
  return rows.flatMap((source, row) => {
    let column = 0
    return source.cells.map(cell => {
      while (taken.has(`${row}:${column}`)) column += 1
      const rowspan = cell.rowspan === 'all' ? 1 : cell.rowspan
      const placed = { cell, row, column, end: column + cell.colspan, rowspan, source }
      for (let down = 0; down < rowspan; down += 1)
        for (let across = column; across < placed.end; across += 1) taken.add(`${row + down}:${across}`)
      column = placed.end
      return placed
    })
  })
}

const covers = (placed: Placed, row: number) => placed.row <= row && row < placed.row + placed.rowspan

/** The label nearest to the left in the row, and whether other answers stand between. */
const labelLeftOf = (all: Placed[], { row, column }: Placed): Placed | undefined =>
  all.filter(one => isLabel(one) && covers(one, row) && one.end <= column).sort((a, b) => b.end - a.end)[0]

/** The heading that a label stands under: a label to the left that another label follows at once. */
const headingOf = (labels: Placed[], { row, column }: Placed): Placed | undefined =>
  labels
    .filter(one => covers(one, row) && one.end <= column)
    .filter(one => labels.some(next => covers(next, row) && next.column === one.end))
    .sort((a, b) => b.end - a.end)[0]

const labelsOf = (all: Placed[]): Label[] => {
  const single = all.filter(({ source }) => !source.repeat)
  const labels = single.filter(isLabel)
  const values = single.filter(one => !isLabel(one))
  return labels.map(label => {
    const heading = headingOf(labels, label)
    const group = heading ? labels.indexOf(heading) : -1
    const near = labels.filter(other => other !== label && Math.abs(other.row - label.row) <= 1)
    return {
      text: wordsOf(label).replace(/\s/gu, ''),
      key: keyOf(wordsOf(label)),
      asks: values.filter(value => labelLeftOf(all, value) === label).map(({ cell }) => cell),
      ...(group >= 0 ? { group } : {}),
      around: near.map(one => keyOf(wordsOf(one))),
    }
  })
}

const repetitionsOf = (all: Placed[]): Repetition[] => {
  const rows = [...new Set(all.filter(({ source }) => source.repeat).map(({ row }) => row))]
  return rows.map(row => {
    const cells = all.filter(one => one.row === row)
    const above = (one: Placed) =>
      all
        .filter(other => isLabel(other) && other.row < row && !other.source.repeat && other.column === one.column)
        .at(-1)
    const side = cells.find(isLabel)
    return {
      rows: cells[0]!.source.repeat!,
      cells: cells
        .filter(one => 'field' in one.cell || 'text' in one.cell)
        .map(one => ({ cell: one.cell, head: keyOf(above(one) ? wordsOf(above(one)!) : '') })),
      ...(side ? { side: keyOf(wordsOf(side)) } : {}),
    }
  })
}

/** The annex's table as a reader needs it: which answers stand behind which words. */
export const templateOf = (form: FormDefinition): Template => {
  const all = place(form.grid.rows)
  return { labels: labelsOf(all), repetitions: repetitionsOf(all) }
}
