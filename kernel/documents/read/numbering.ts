import { attributeOf, childOf, childrenOf, numberOf, type XmlElement } from './xml.ts'

type Level = { format: string; text: string; start: number }
/** The number that Word would print before the next paragraph of a list; '' where there is none. */
export type Numbering = (list: string | undefined, level: number) => string

const DIGITS = '〇一二三四五六七八九'

/** 1–99 as headings count: 十, 十二, 二十一. */
const chinese = (count: number): string => {
  if (count < 10) return DIGITS[count] ?? ''
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens > 9) return String(count)
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}

const letters = (count: number) => String.fromCharCode(97 + ((count - 1) % 26))
const FORMATS: Record<string, (count: number) => string> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  ideographDigital: chinese,
  japaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  decimalEnclosedCircle: count => (count <= 20 ? String.fromCharCode(0x245f + count) : String(count)),
  decimalEnclosedCircleChinese: count => (count <= 20 ? String.fromCharCode(0x245f + count) : String(count)),
  lowerLetter: letters,
  upperLetter: count => letters(count).toUpperCase(),
  none: () => '',
}

const readLevels = (abstract: XmlElement | undefined): Level[] =>
  childrenOf(abstract, 'w:lvl').map(level => ({
    format: attributeOf(childOf(level, 'w:numFmt')) ?? 'decimal',
    text: attributeOf(childOf(level, 'w:lvlText')) ?? '',
    start: numberOf(childOf(level, 'w:start')) ?? 1,
  }))

/** Lists of word/numbering.xml, counted as paragraphs come: headings numbered by Word hold no number of their own. */
export const readNumbering = (root: XmlElement | undefined): Numbering => {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map(one => [attributeOf(one, 'w:abstractNumId'), readLevels(one)]),
  )
  const lists = new Map(
    childrenOf(root, 'w:num').map(one => [
      attributeOf(one, 'w:numId'),
      abstracts.get(attributeOf(childOf(one, 'w:abstractNumId'))) ?? [],
    ]),
  )
  const counts = new Map<string, number[]>()
  return (list, depth) => {
    const levels = (list === undefined ? undefined : lists.get(list)) ?? []
    const level = levels[depth]
    if (list === undefined || !level || level.format === 'bullet') return ''
    const count = counts.get(list) ?? []
    for (let above = 0; above <= depth; above += 1)
      count[above] ??= (levels[above]?.start ?? 1) - (above < depth ? 0 : 1)
    count[depth]! += 1
    count.length = depth + 1
    counts.set(list, count)
    return level.text.replace(/%(\d)/g, (_, nth: string) => {
      const at = Number(nth) - 1
      return (FORMATS[levels[at]?.format ?? ''] ?? String)(count[at] ?? 1)
    })
  }
}
