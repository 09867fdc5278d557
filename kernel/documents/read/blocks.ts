import { PLAIN, readLayout } from './layout.ts'
import { readLettering } from './lettering.ts'
import type { WordBlock, WordCell, WordParagraph, WordRun, WordTable } from './model.ts'
import { textIn } from './model.ts'
import type { Numbering } from './numbering.ts'
import { chosen, type RunSource, readRuns } from './runs.ts'
import { readPlace } from './styles.ts'
import { attributeOf, childOf, childrenOf, numberOf, type XmlElement } from './xml.ts'

export type BlockSource = RunSource & {
  numbering: Numbering /** Paragraphs read, by number. */
  elements: Map<number, XmlElement>
}

/** More paragraphs than any form or article has; Word's own limit of columns. */
const MOST_PARAGRAPHS = 20_000
const MOST_COLUMNS = 63

/** Paragraphs and tables directly inside a body, a cell or a text box, in reading order. */
export const readBlocks = (parent: XmlElement | undefined, source: BlockSource): WordBlock[] =>
  childrenOf(parent).flatMap(child => {
    if (child.name === 'w:p') return readParagraph(child, source)
    if (child.name === 'w:tbl') return [readTable(child, source)]
    if (child.name === 'w:sdt') return readBlocks(childOf(child, 'w:sdtContent'), source)
    if (child.name === 'mc:AlternateContent') return readBlocks(chosen(child), source)
    return child.name === 'w:customXml' || child.name === 'w:ins' ? readBlocks(child, source) : []
  })

/** A paragraph and, after it, what its text boxes hold: covers often stand in one. */
const readParagraph = (element: XmlElement, source: BlockSource): WordBlock[] => {
  const number = source.elements.size + 1
  if (number > MOST_PARAGRAPHS) throw new Error('too many paragraphs')
  source.elements.set(number, element)
  const properties = childOf(element, 'w:pPr')
  const style = source.styles.paragraph(attributeOf(childOf(properties, 'w:pStyle')))
  const place = { ...style.place, ...readPlace(properties) }
  const label = source.numbering(place.list, place.level ?? 0)
  const { runs, pictures, boxes } = readRuns(element, style.lettering, source)
  const all = label === '' ? runs : [labelRun(label, runs, properties, source), ...runs]
  const paragraph: WordParagraph = {
    kind: 'paragraph',
    number,
    runs: all,
    text: all.map(({ text }) => text).join(''),
    ...PLAIN,
    ...style.layout,
    ...readLayout(properties),
    pictures,
  }
  return [paragraph, ...boxes.flatMap(box => readBlocks(box, source))]
}

const labelRun = (text: string, runs: WordRun[], properties: XmlElement | undefined, source: BlockSource): WordRun => ({
  ...runs[0],
  ...readLettering(childOf(properties, 'w:rPr'), source.theme),
  text,
  automatic: true,
})

type Open = { cell: WordCell; until: number }

/** A table with `gridSpan` and `vMerge` resolved: each cell with the rows and columns it covers. */
const readTable = (element: XmlElement, source: BlockSource): WordTable => {
  const cells: WordCell[] = []
  const above = new Map<number, Open>()
  const rows = rowsOf(element)
  for (const [row, line] of rows.entries()) {
    let column = numberOf(childOf(line, 'w:trPr', 'w:gridBefore')) ?? 0
    for (const tc of cellsOf(line)) {
      const properties = childOf(tc, 'w:tcPr')
      const colspan = Math.max(1, Math.min(numberOf(childOf(properties, 'w:gridSpan')) ?? 1, MOST_COLUMNS))
      const merge = childOf(properties, 'w:vMerge')
      const open = above.get(column)
      if (merge && attributeOf(merge) !== 'restart' && open?.until === row) {
        open.cell.rowspan += 1
        open.until = row + 1
        // Word keeps what stood in a merged cell; nobody sees it, and neither do we.
      } else {
        const cell = readCell(tc, { row, column, rowspan: 1, colspan }, source)
        cells.push(cell)
        above.set(column, { cell, until: row + 1 })
      }
      column += colspan
    }
  }
  return { kind: 'table', rows: rows.length, cells }
}

const readCell = (
  element: XmlElement,
  place: Pick<WordCell, 'row' | 'column' | 'rowspan' | 'colspan'>,
  source: BlockSource,
): WordCell => {
  const blocks = readBlocks(element, source)
  const pictures = blocks.flatMap(picturesOf)
  return { ...place, blocks, text: textIn(blocks), pictures }
}

const picturesOf = (block: WordBlock): string[] =>
  block.kind === 'paragraph' ? block.pictures : block.cells.flatMap(cell => cell.pictures)

/** Rows and cells, also those that a content control or a tracked insertion wraps. */
const unwrapped = (element: XmlElement, name: string): XmlElement[] =>
  childrenOf(element).flatMap(child => {
    if (child.name === name) return [child]
    if (child.name === 'w:sdt') return unwrapped(childOf(child, 'w:sdtContent') ?? child, name)
    return child.name === 'w:customXml' || child.name === 'w:ins' ? unwrapped(child, name) : []
  })
const rowsOf = (table: XmlElement) => unwrapped(table, 'w:tr').filter(row => !childOf(row, 'w:trPr', 'w:del'))
const cellsOf = (row: XmlElement) => unwrapped(row, 'w:tc')
