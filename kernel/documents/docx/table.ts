import type { Edges, Table, TableCell, TableRow } from '../model.ts'
import { type DocumentProfile, pageOf } from '../profiles.ts'
import { type Placed, placedCells } from '../table-places.ts'
import { paragraphXml } from './paragraph.ts'
import type { Parts } from './parts.ts'
import { pictureXml } from './picture.ts'
import { eighths, twips } from './units.ts'

/** Half a point. */
const LINE = 0.18
const SIDES = ['top', 'left', 'bottom', 'right'] as const
const MARGINS =
  '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'

const border = (name: string, weight: number): string =>
  weight === 0
    ? `<w:${name} w:val="nil"/>`
    : `<w:${name} w:val="single" w:sz="${eighths(weight)}" w:space="0" w:color="000000"/>`

const borders = (line: number): string =>
  `<w:tblBorders>${[...SIDES, 'insideH', 'insideV'].map(name => border(name, line)).join('')}</w:tblBorders>`

const edges = (own: Edges | undefined): string =>
  own
    ? `<w:tcBorders>${SIDES.flatMap(side => (own[side] === undefined ? [] : [border(side, own[side])])).join('')}</w:tcBorders>`
    : ''

const cellContent = (cell: TableCell, keepWithNext: boolean, profile: DocumentProfile, parts: Parts): string =>
  cell.blocks.length === 0
    ? '<w:p/>'
    : cell.blocks
        .map(block =>
          block.kind === 'picture'
            ? pictureXml(block, parts)
            : paragraphXml(keepWithNext ? { ...block, keepWithNext } : block, profile),
        )
        .join('')

type Line = { widths: number[]; row: TableRow }

const cellXml = (place: Placed, { widths, row }: Line, profile: DocumentProfile, parts: Parts): string => {
  const { cell, column, continues } = place
  const width = widths.slice(column, column + cell.colspan).reduce((sum, one) => sum + one, 0)
  return [
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`,
    cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : '',
    cell.rowspan > 1 ? `<w:vMerge w:val="${continues ? 'continue' : 'restart'}"/>` : '',
    edges(cell.edges),
    cell.vertical ? '<w:textDirection w:val="tbRlV"/>' : '',
    `<w:vAlign w:val="${cell.verticalAlign}"/></w:tcPr>`,
    continues ? '<w:p/>' : cellContent(cell, row.keepWithNext === true, profile, parts),
    '</w:tc>',
  ].join('')
}

const rowProperties = (row: TableRow): string =>
  `<w:trPr><w:trHeight w:val="${twips(row.height)}" w:hRule="atLeast"/>${row.keepWithNext ? '<w:cantSplit/>' : ''}${row.header ? '<w:tblHeader/>' : ''}</w:trPr>`

/**
 * The table as a frame of its own whose lower edge is that of the text area. Its place is given in figures: LibreOffice
 * knows no “bottom of the margins”.
 */
const atFoot = (table: Table, profile: DocumentProfile): string => {
  const height = table.rows.reduce((sum, row) => sum + row.height, 0)
  const y = pageOf(profile).height - profile.margins.bottom - height
  return `<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="margin" w:tblpXSpec="left" w:tblpY="${twips(y)}"/><w:tblOverlap w:val="never"/>`
}

/** A table with every width given: without them the .doc conversion loses it. */
export const tableXml = (table: Table, profile: DocumentProfile, parts: Parts): string => {
  const widths = table.columns.map(twips)
  const places = placedCells(table)
  const rows = table.rows.map(
    (row, y) =>
      `<w:tr>${rowProperties(row)}${places[y]!.map(place => cellXml(place, { widths, row }, profile, parts)).join('')}</w:tr>`,
  )
  return [
    `<w:tbl><w:tblPr>${table.atPageFoot ? atFoot(table, profile) : ''}`,
    `<w:tblW w:w="${widths.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:jc w:val="center"/>`,
    borders(table.line ?? LINE),
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${MARGINS}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows,
    '</w:tbl>',
  ].join('')
}
