import type { Block, Document, Paragraph, Run, TableCell } from '#kernel/documents/index.ts'

const PAPER = 'FFFFFF'

/** A number in the blank between two signs of the printed date: four spaces wide, a digit being as wide as two. */
const inBlank = (n: number): string => (n < 10 ? ` ${n} ` : String(n))

const faint = (text: string): Run => ({ text, color: PAPER })

/** “年    月    日” stands on the sheet already: only the numbers are printed, each before its sign. */
const dateRuns = (date: string): Run[] => {
  const { year, month, day } = Temporal.PlainDate.from(date)
  return [
    { text: String(year) },
    faint('年'),
    { text: inBlank(month) },
    faint('月'),
    { text: inBlank(day) },
    faint('日'),
  ]
}

const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

const inkedCell = (cell: TableCell, date: unknown): TableCell => {
  const last = cell.blocks.length - 1
  const blocks = cell.blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || index < last - 1) return block
    const runs = index === last && isDay(date) ? dateRuns(date) : block.runs.map(({ text }) => faint(text))
    return { ...block, runs } satisfies Paragraph
  })
  return { ...cell, blocks }
}

/**
 * The cells of later opinions with ink for what the stamped sheet does not show yet: the words and the numbers of the
 * date. The mark （盖章） and the signs 年月日 are on it.
 */
export const stampedInk = (document: Document, dates: Readonly<Record<string, unknown>>): Document => {
  const inked = (block: Block): Block =>
    block.kind !== 'table'
      ? block
      : {
          ...block,
          rows: block.rows.map(row => ({
            ...row,
            cells: row.cells.map(cell => (cell.key && cell.key in dates ? inkedCell(cell, dates[cell.key]) : cell)),
          })),
        }
  return {
    ...document,
    sections: document.sections.map(section => ({ ...section, blocks: section.blocks.map(inked) })),
  }
}
