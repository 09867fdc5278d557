import {
  type Document,
  type DocumentProfile,
  documentOf,
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
const EMBLEM = { diameter: 52, y: 22 }
const POINTS_PER_MM = 72 / 25.4
/** Free face of the product itself: what is etched is what was seen. */
const FACE = 'Noto Serif SC'

const profile = (lines: string[], office: string): DocumentProfile => {
  const most = Math.max(...lines.map(line => [...line].length))
  const width = (PAGE.width - 2 * SIDE) * POINTS_PER_MM
  const size = Math.min(84, Math.floor(width / most))
  const base = PROFILES['form-xiaosi']!
  return {
    key: 'plaque',
    page: PAGE,
    margins: { top: EMBLEM.y + EMBLEM.diameter + 10, bottom: 16, left: SIDE, right: SIDE },
    digits: FACE,
    lettering: {
      ...base.lettering,
      title: { font: FACE, size, color: RED },
      subtitle: { font: FACE, size: Math.min(48, Math.floor(width / [...office].length)), color: RED },
      small: { font: FACE, size: 12, color: RED },
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

/** A plaque of 350 × 240 mm for etching: emblem and words in red, a hole in each corner. */
export const plaqueDocument = ({ lines, office }: PlaqueText, emblemPicture?: Uint8Array): Document => {
  const bold = (text: string) => [{ text, bold: true }]
  return documentOf(
    lines.join(''),
    profile(lines, office),
    [
      ...lines.map((line, index) =>
        paragraph('', {
          runs: bold(line),
          style: 'title',
          align: 'center',
          linesBefore: index === 0 && lines.length === 1 ? 0.4 : 0,
        }),
      ),
      paragraph('', {
        runs: bold(office),
        style: 'subtitle',
        align: 'center',
        linesBefore: lines.length === 1 ? 0.9 : 0.3,
      }),
    ],
    { marks: [...holes(), emblem(emblemPicture)] },
  )
}
