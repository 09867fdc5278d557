import { AlignmentType, ImageRun, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Paragraph as Model, Picture, Run } from '../model.ts'
import type { DocumentProfile, Lettering } from '../profiles.ts'

const TWIPS_PER_POINT = 20
const PIXELS_PER_MM = 96 / 25.4
const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
}

/** Fonts of a run: East Asian by name, Latin and digits in the profile's; the hint makes “ ” full-width. */
export const fontsOf = (lettering: Lettering, digits: string) => ({
  ascii: digits,
  hAnsi: digits,
  cs: digits,
  eastAsia: lettering.font,
  hint: 'eastAsia' as const,
})

const textRun = (run: Run, lettering: Lettering, digits: string) =>
  new TextRun({
    text: run.text,
    size: lettering.size * 2,
    font: fontsOf(lettering, digits),
    ...(run.underline ? { underline: { type: 'single' as const } } : {}),
  })

/** Spacing: the fixed line distance, and blank lines above as space of so many lines. */
const spacing = (model: Model, lettering: Lettering) => ({
  ...(lettering.line ? { line: lettering.line * TWIPS_PER_POINT, lineRule: LineRuleType.EXACT } : {}),
  before: (model.linesBefore ?? 0) * (lettering.line ?? lettering.size * 1.3) * TWIPS_PER_POINT,
  after: 0,
})

/** A paragraph as Word has it. `firstLine` stands beside nothing else: LibreOffice ignores indents in characters. */
export const docxParagraph = (model: Model, profile: DocumentProfile): Paragraph => {
  const lettering = profile.lettering[model.style]
  const character = lettering.size * TWIPS_PER_POINT
  return new Paragraph({
    alignment: ALIGN[model.align ?? 'left'],
    pageBreakBefore: model.pageBreakBefore ?? false,
    spacing: spacing(model, lettering),
    indent: { firstLine: (model.indent ?? 0) * character, right: (model.indentRight ?? 0) * character },
    children: model.runs.map(run => textRun(run, lettering, profile.digits)),
  })
}

/** A picture on a line of its own, centred. */
export const docxPicture = (picture: Picture): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: picture.format,
        data: picture.data,
        transformation: { width: picture.width * PIXELS_PER_MM, height: picture.height * PIXELS_PER_MM },
      }),
    ],
  })
