import type { DocumentProfile, Style } from './profiles.ts'

export type { Style } from './profiles.ts'

export type Align = 'left' | 'center' | 'right' | 'justify'

/**
 * A stretch of text in one lettering. `underline` marks a blank to fill in by hand, `style` borrows another lettering
 * of the profile, `color` is RRGGBB. A tab character goes to the paragraph's next tab stop.
 */
export type Run = { text: string; underline?: boolean; bold?: boolean; color?: string; style?: Style }

export type Paragraph = {
  kind: 'paragraph'
  style: Style
  runs: Run[]
  align?: Align
  /** First-line indent in characters; negative hangs the first line out of `indentLeft`. */
  indent?: number
  /** Distance of all lines from the left edge in characters. */
  indentLeft?: number
  /** Distance from the right edge in characters. */
  indentRight?: number
  /** Tab stops in characters from the left edge of the text. */
  tabs?: { at: number; align: 'left' | 'center' | 'right' }[]
  /** Empty lines above, in lines of this paragraph's own size. */
  linesBefore?: number
  pageBreakBefore?: boolean
  /** Stays on one page with the block after it. */
  keepWithNext?: boolean
}

/** A picture on a line of its own, with its printed size in mm. */
export type Picture = {
  kind: 'picture'
  data: Uint8Array
  format: 'jpg' | 'png'
  width: number
  height: number
  align?: Align
}

/** A drawn line across the text (red line of a letterhead, lines of 版记); lengths in mm. */
export type Rule = { kind: 'rule'; weight: number; color?: string; above?: number; below?: number }

/** Line weight of a cell's edge in mm; 0 draws none. */
export type Edges = { top?: number; bottom?: number; left?: number; right?: number }

export type TableCell = {
  blocks: (Paragraph | Picture)[]
  colspan: number
  rowspan: number
  verticalAlign: 'top' | 'center' | 'bottom'
  /** What the cell holds, such as the path of a form's field: found again when it is printed alone (套打). */
  key?: string
  /** Characters run from top to bottom. */
  vertical?: boolean
  /** Where the cell's edges differ from the table's. */
  edges?: Edges
}

export type TableRow = {
  /** Least height, mm. */
  height: number
  cells: TableCell[]
  /** Repeated at the head of every page that the table goes on to; only the first rows may be. */
  header?: boolean
  /** Stands on one page with the row below it: two signatures, or the last one and what is signed. */
  keepWithNext?: boolean
}

export type Table = {
  kind: 'table'
  /** Column widths in mm. */
  columns: number[]
  rows: TableRow[]
  /** Weight of the lines in mm, 0 for none; default 0.18 (half a point). */
  line?: number
  pageBreakBefore?: boolean
  /** Stands at the foot of the text area of the page it falls on (版记). */
  atPageFoot?: boolean
}

export type Block = Paragraph | Picture | Table | Rule

type At = { /** mm from the left and upper edges of the paper. */ x: number; y: number }

/** Drawn at a fixed place of a section's first page: hole marks, seal places, frames, emblems. Lengths in mm. */
export type Mark =
  | (At & { kind: 'line'; toX: number; toY: number; weight: number; color?: string })
  | (At & { kind: 'circle'; diameter: number; weight: number; color?: string; dashed?: boolean; text?: string })
  | (At & { kind: 'frame'; width: number; height: number; weight: number; color?: string })
  | (At & { kind: 'image'; width: number; height: number; data: Uint8Array; format: 'jpg' | 'png' })
  | (At & { kind: 'text'; width: number; paragraph: Paragraph })

/** The small code at the foot of every printed page: a picture, and the same in characters for who types it. */
export type FootCode = { picture: Uint8Array; text: string }

/** Pages of one layout. A document that joins a form and an article has a section for each. */
export type Section = {
  profile: DocumentProfile
  blocks: Block[]
  /** Printed at the head of every page (演示数据，非真实情况). */
  banner?: string
  footCode?: FootCode
  marks?: Mark[]
  /** `restart` counts from 1 again; `none` prints no number although the profile has one. */
  pageNumbers?: 'continue' | 'restart' | 'none'
}

/** One document model; Word, PDF and .doc are made from the same. */
export type Document = {
  title: string
  sections: Section[]
  /** `false` keeps the note of replaced fonts off a PDF that is the finished paper: certificates, 套打. */
  fontNote?: false
}
