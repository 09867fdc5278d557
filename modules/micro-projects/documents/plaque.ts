import {
  type Document,
  type DocumentProfile,
  documentOf,
  type Lettering,
  lineHeight,
  type Mark,
  PROFILES,
  paragraph,
} from '#kernel/documents/index.ts'
import type { PlaqueText } from './read.ts'

const RED = 'C8102E'
const PAGE = { width: 350, height: 240 }
/** Margins at the sides, so that no letter comes near a hole. */
const SIDE = 24
const HOLE = { diameter: 6, inset: 12 }
const EMBLEM = { diameter: 52, y: 26 }
const POINTS_PER_MM = 72 / 25.4
/** Free face of the product itself: what is etched is what was seen. */
const FACE = 'Noto Serif SC'

const profile = (lines: string[], office: string): DocumentProfile => {
  const most = Math.max(...lines.map(line => [...line].length))
  const width = (PAGE.width - 2 * SIDE) * POINTS_PER_MM
  const size = Math.min(84, Math.floor(width / most))
  const base = PROFILES['form-xiaosi']!
  const red = (font: string, points: number): Lettering => ({
    ...{ font, size: points, color: RED },
    line: lineHeight({ font, size: points }),
  })
  return {
    key: 'plaque',
    page: PAGE,
    margins: { top: EMBLEM.y + EMBLEM.diameter + 6, bottom: 16, left: SIDE, right: SIDE },
    digits: FACE,
    lettering: {
      ...base.lettering,
      title: red(FACE, size),
      subtitle: red(FACE, Math.min(48, Math.floor(width / [...office].length))),
      small: red(FACE, 12),
    },
  }
}

const holes = (): Mark[] => {
  const { diameter, inset } = HOLE
  const near = inset - diameter / 2
  const [right, low] = [PAGE.width - inset - diameter / 2, PAGE.height - inset - diameter / 2]
  return [
    [near, near],
    [right, near],
    [near, low],
    [right, low],
  ].map(([x, y]) => ({ kind: 'circle', x: x!, y: y!, diameter, weight: 0.3 }))
}

/** The emblem as the office's own file gives it, or its place: the product draws none itself. */
const emblem = (picture: Uint8Array | undefined): Mark => {
  const { diameter, y } = EMBLEM
  const x = (PAGE.width - diameter) / 2
  return picture
    ? { kind: 'image', x, y, width: diameter, height: diameter, data: picture, format: 'png' }
    : { kind: 'circle', x, y, diameter, weight: 0.4, color: RED, dashed: true, text: '党徽' }
}

/** Height of a line in mm. */
const lineOf = (lettering: Lettering) => lineHeight(lettering) / POINTS_PER_MM

/** Where the words begin under the emblem and where the middle of the office's name stands, mm from the upper edge. */
const [ONE_LINE, MORE_LINES, OFFICE_MIDDLE] = [104, 88, 193]

/** A plaque of 350 × 240 mm for etching: emblem and words in red, a hole in each corner. */
export const plaqueDocument = ({ lines, office }: PlaqueText, emblemPicture?: Uint8Array): Document => {
  const own = profile(lines, office)
  const { title, subtitle } = own.lettering
  const top = lines.length === 1 ? ONE_LINE : MORE_LINES
  const below = OFFICE_MIDDLE - lineOf(subtitle) / 2 - top - lines.length * lineOf(title)
  const line = (text: string, style: 'title' | 'subtitle', above: number) =>
    paragraph('', {
      runs: [{ text, bold: true }],
      style,
      align: 'center',
      linesBefore: Math.max(0, above) / lineOf(own.lettering[style]),
    })
  return documentOf(
    lines.join(''),
    own,
    [
      ...lines.map((text, index) => line(text, 'title', index === 0 ? top - own.margins.top : 0)),
      line(office, 'subtitle', below),
    ],
    { marks: [...holes(), emblem(emblemPicture)] },
  )
}
