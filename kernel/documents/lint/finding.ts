/** One thing in a file that the layout asked for has otherwise. */
export type LintFinding = {
  code: string
  /** Paragraph of the file, counted from 1; absent for the file as a whole. */
  paragraph?: number
  /** The first words of the paragraph. */
  words?: string
  found: string
  expected: string
  /** For the clerk: where, what it is, what it should be. */
  message: string
  /** A corrected copy has it set right. */
  correctable: boolean
}

const SHOWN = 12

export const firstWords = (text: string): string => {
  const chars = [...text.trim()]
  return chars.slice(0, SHOWN).join('') + (chars.length > SHOWN ? '…' : '')
}
