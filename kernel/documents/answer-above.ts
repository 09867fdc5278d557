import type { Paragraph } from './model.ts'
import { CELL_INSET, neededHeight } from './needed-height.ts'
import { type DocumentProfile, lineHeight } from './profiles.ts'

const MM_PER_POINT = 25.4 / 72

const isWritten = ({ runs }: Paragraph) => runs.some(({ text }) => text !== '')

/**
 * An answer and the signature below it in one cell: the words begin at its top, the signature stands at its foot, or
 * under the words where they fill the cell. `cell` in mm.
 */
export const answerAboveSignature = (
  answer: Paragraph[],
  opinion: Paragraph[],
  cell: { width: number; height: number },
  profile: DocumentProfile,
): Paragraph[] => {
  const [first, ...rest] = opinion.filter((paragraph, index) => index > 0 || isWritten(paragraph))
  if (!first) return answer
  const line = lineHeight(profile.lettering.body) * MM_PER_POINT
  const words = [...answer, { ...first, linesBefore: 0 }, ...rest]
  const used = neededHeight(words, cell.width - CELL_INSET.width, profile)
  const free = Math.floor((cell.height - CELL_INSET.height) / line) - Math.round(used / line)
  return [...answer, { ...first, linesBefore: Math.max(1, free) }, ...rest]
}
