import type { Paragraph } from './model.ts'
import { widthOf } from './official/width.ts'
import { type Lettering, lineHeight } from './profiles.ts'

const MM_PER_POINT = 25.4 / 72
/** What a cell keeps free of text on two sides together, mm. */
const INSET = { width: 3, height: 2 }

const textOf = ({ runs }: Paragraph) => runs.map(({ text }) => text).join('')

const linesOf = (paragraph: Paragraph, perLine: number): number =>
  Math.max(1, Math.ceil((widthOf(textOf(paragraph)) + (paragraph.indent ?? 0)) / perLine))

/**
 * An answer and the signature below it in one cell: the words begin at its top, the signature stands at its foot, or
 * under the words where they fill the cell. `cell` in mm.
 */
export const answerAboveSignature = (
  answer: Paragraph[],
  opinion: Paragraph[],
  cell: { width: number; height: number },
  body: Lettering,
): Paragraph[] => {
  const signature = opinion.filter((paragraph, index) => index > 0 || textOf(paragraph) !== '')
  const perLine = Math.max(1, Math.floor((cell.width - INSET.width) / (body.size * MM_PER_POINT)))
  const fit = Math.floor((cell.height - INSET.height) / (lineHeight(body) * MM_PER_POINT))
  const used = [...answer, ...signature].reduce((sum, paragraph) => sum + linesOf(paragraph, perLine), 0)
  const [first, ...rest] = signature
  return [...answer, ...(first ? [{ ...first, linesBefore: Math.max(1, fit - used) }] : []), ...rest]
}
