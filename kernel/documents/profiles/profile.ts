/** Kinds of lettering a profile defines. */
export type Style =
  | 'title'
  | 'subtitle'
  | 'heading1'
  | 'heading2'
  | 'body'
  | 'cover'
  /** Red name of the issuing office (发文机关标志). */
  | 'issuer'
  /** “附件1” above an annex, 密级 and 紧急程度. */
  | 'mark'
  /** 版记. */
  | 'imprint'
  /** Small print: captions, the words beside a code. */
  | 'small'

/** Lettering: East Asian font by name, size in points, fixed line distance in points (absent = single). */
export type Lettering = { font: string; size: number; line?: number; color?: string }

export type PageNumber = Lettering & {
  /** `1`, or `— 1 —` as GB/T 9704 has it. */
  pattern: 'bare' | 'dashed'
  /** `outside`: right on odd pages and left on even ones, one character in. Default is the middle. */
  place?: 'center' | 'outside'
  /** Distance in mm from the foot of the text to the middle of the number; default 7. */
  below?: number
  /** The first page has none. */
  notOnFirst?: boolean
}

/** How a paper is laid out; lengths in mm. Font names are written into the file, never the fonts themselves. */
export type DocumentProfile = {
  key: string
  /** Paper, width before height; default A4 upright. */
  page?: { width: number; height: number }
  margins: { top: number; bottom: number; left: number; right: number }
  /** Latin letters and digits. */
  digits: string
  lettering: Record<Style, Lettering>
  pageNumber?: PageNumber
  /** Lines of a page and characters of a line, where a standard fixes them. */
  grid?: { lines: number; characters: number }
}

export const A4 = { width: 210, height: 297 }
export const A4_LANDSCAPE = { width: 297, height: 210 }
export const A3_LANDSCAPE = { width: 420, height: 297 }

/** Paper of a profile in mm. */
export const pageOf = (profile: DocumentProfile): { width: number; height: number } => profile.page ?? A4

/** Size of the text area (版心) in mm. */
export const textArea = (profile: DocumentProfile): { width: number; height: number } => {
  const { width, height } = pageOf(profile)
  const { top, bottom, left, right } = profile.margins
  return { width: width - left - right, height: height - top - bottom }
}

const POINTS_PER_MM = 72 / 25.4

/** Points between two lines of a lettering. */
export const lineHeight = ({ line, size }: Lettering): number => line ?? size * 1.3

/**
 * Points by which a grid of characters brings them nearer together (negative), in the twentieths that Word has, rounded
 * so that a line holds as many as the standard says.
 */
export const characterSpace = (profile: DocumentProfile): number => {
  if (!profile.grid) return 0
  const pitch = (textArea(profile).width * POINTS_PER_MM) / profile.grid.characters
  return Math.floor((pitch - profile.lettering.body.size) * 20) / 20
}

/** Width of one full-width character in points. */
export const characterWidth = (profile: DocumentProfile, { size }: Lettering): number => size + characterSpace(profile)
