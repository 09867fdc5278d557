import type { WordLine, WordParagraph } from './model.ts'
import { attributeOf, childOf, numberOf, type XmlElement } from './xml.ts'

/** What a paragraph's properties say of its place; what they leave open is left out. */
export type WordLayout = Partial<Pick<WordParagraph, 'align' | 'line' | 'firstLine' | 'firstLineChars' | 'outline'>>

const TWIPS = 20
const ALIGN: Record<string, WordParagraph['align']> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

const readLine = (spacing: XmlElement | undefined): WordLine | undefined => {
  const line = numberOf(spacing, 'w:line')
  if (line === undefined) return undefined
  const rule = attributeOf(spacing, 'w:lineRule')
  if (rule === 'exact' || rule === 'atLeast') return { rule, value: line / TWIPS }
  return { rule: 'auto', value: line / 240 }
}

/** Layout that one `w:pPr` gives. */
export const readLayout = (properties: XmlElement | undefined): WordLayout => {
  if (!properties) return {}
  const found: WordLayout = {}
  const align = ALIGN[attributeOf(childOf(properties, 'w:jc')) ?? '']
  if (align) found.align = align
  const line = readLine(childOf(properties, 'w:spacing'))
  if (line) found.line = line
  const indent = childOf(properties, 'w:ind')
  const first = numberOf(indent, 'w:firstLine')
  const hanging = numberOf(indent, 'w:hanging')
  if (first !== undefined || hanging !== undefined) found.firstLine = (first ?? -hanging!) / TWIPS
  const chars = numberOf(indent, 'w:firstLineChars')
  if (chars !== undefined) found.firstLineChars = chars
  const outline = numberOf(childOf(properties, 'w:outlineLvl'))
  if (outline !== undefined && outline < 9) found.outline = outline
  return found
}

export const PLAIN = {
  align: 'left' as const,
  line: { rule: 'auto' as const, value: 1 },
  firstLine: 0,
  firstLineChars: 0,
}
