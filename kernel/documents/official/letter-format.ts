import { paragraph } from '../build.ts'
import type { Block, Mark, Table } from '../model.ts'
import { A4, type DocumentProfile, lineHeight, PROFILES, textArea } from '../profiles.ts'
import type { OfficialDocument } from './model.ts'
import { widthOf } from './width.ts'

const RED = 'FF0000'
const POINTS_PER_MM = 72 / 25.4
/** 发文机关标志: its upper edge stands 30 mm below that of the paper. */
const NAME_TOP = 30
const LARGEST = 36
/** Double lines: 170 mm, in the middle of the paper, 4 mm below the name and 20 mm above the lower edge. */
const LINE = { width: 170, below: 4, fromFoot: 20, thick: 0.8, thin: 0.25, apart: 1.1 }
/** 发文字号 stands 7/8 of a 3号 character below the upper lines. */
const NUMBER_BELOW = 4.9

const issuerOf = ({ letterhead, signature }: OfficialDocument) => (letterhead?.offices ?? signature.offices)[0] ?? ''

/** As large as the name allows, in points. */
const sizeOf = (model: OfficialDocument): number => {
  const width = textArea(PROFILES.gbt9704!).width * POINTS_PER_MM
  return Math.min(LARGEST, Math.floor(width / Math.max(1, widthOf(issuerOf(model)))))
}

const upperLine = (model: OfficialDocument) => NAME_TOP + sizeOf(model) / POINTS_PER_MM + LINE.below

const line = (y: number, weight: number): Mark => {
  const x = (A4.width - LINE.width) / 2
  return { kind: 'line', x, y, toX: x + LINE.width, toY: y, weight, color: RED }
}

/** The name at the head and both double lines: thick over thin above, thin over thick below. */
export const letterMarks = (model: OfficialDocument): Mark[] => {
  const { margins } = PROFILES.gbt9704!
  const size = sizeOf(model)
  const leading = (lineHeight({ font: '', size }) - size) / 2 / POINTS_PER_MM
  const [upper, lower] = [upperLine(model), A4.height - LINE.fromFoot]
  return [
    {
      kind: 'text',
      x: margins.left,
      y: NAME_TOP - leading,
      width: textArea(PROFILES.gbt9704!).width,
      paragraph: paragraph(issuerOf(model), { style: 'issuer', align: 'center' }),
    },
    line(upper, LINE.thick),
    line(upper + LINE.apart, LINE.thin),
    line(lower - LINE.apart, LINE.thin),
    line(lower, LINE.thick),
  ]
}

/** The layout of letters: no page number on the first page. */
export const letterProfile = (profile: DocumentProfile, model: OfficialDocument): DocumentProfile => ({
  ...profile,
  lettering: { ...profile.lettering, issuer: { ...profile.lettering.issuer, size: sizeOf(model) } },
  ...(profile.pageNumber && { pageNumber: { ...profile.pageNumber, notOnFirst: true } }),
})

/** 发文字号 at the right edge under the upper lines, then the two lines above the title. */
export const letterHead = (model: OfficialDocument, profile: DocumentProfile): Block[] => {
  const down = upperLine(model) + LINE.apart + NUMBER_BELOW - profile.margins.top
  const lines = (down * POINTS_PER_MM) / lineHeight(profile.lettering.body)
  const number = paragraph(model.number ?? '', { align: 'right', linesBefore: Math.max(0, lines) })
  return model.letterhead ? [number] : [number, paragraph(''), paragraph('')]
}

/** 版记 of a letter: who else gets it, at the foot of the text, without lines, office and date. */
export const letterImprint = ({ imprint }: OfficialDocument, profile: DocumentProfile): Table | undefined => {
  if (!imprint?.copyTo) return undefined
  const text = `抄送：${imprint.copyTo}。`
  const blocks = [paragraph(text, { style: 'imprint', indentLeft: 4, indent: -3, indentRight: 1 })]
  const height = 8 * Math.ceil((widthOf(text) + 1) / 28)
  const cell = { blocks, colspan: 1, rowspan: 1, verticalAlign: 'bottom' as const }
  return {
    kind: 'table',
    atPageFoot: true,
    line: 0,
    columns: [textArea(profile).width - 0.2],
    rows: [{ height, cells: [cell] }],
  }
}
