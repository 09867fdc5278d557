import { paragraph } from '../build.ts'
import type { Paragraph } from '../model.ts'
import type { BodyParagraph } from './model.ts'

const DIGITS = '零一二三四五六七八九'

/** 1 to 99 as Chinese numerals. */
export const chineseNumber = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return head + (ones === 0 && tens > 0 ? '' : DIGITS[ones])
}

/** Numbers of the four levels (GB/T 9704-2012, 7.3.3): typed, as offices do, so that every editor keeps them. */
const LABELS = [
  (n: number) => `${chineseNumber(n)}、`,
  (n: number) => `（${chineseNumber(n)}）`,
  (n: number) => `${n}.`,
  (n: number) => `（${n}）`,
]
const STYLES = ['body', 'heading1', 'heading2', 'body', 'body'] as const

/** The body with its numbers; a level begins at 1 again below each heading above it. */
export const numberedBody = (body: BodyParagraph[]): Paragraph[] => {
  const counts = [0, 0, 0, 0]
  return body.map(({ level, text }) => {
    if (level === 0) return paragraph(text, { indent: 2, align: 'justify' })
    counts[level - 1]! += 1
    counts.fill(0, level)
    const label = LABELS[level - 1]!(counts[level - 1]!)
    return paragraph(label + text, { style: STYLES[level], indent: 2, align: 'justify', keepWithNext: level < 3 })
  })
}
