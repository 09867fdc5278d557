/** Width of a text in full-width characters: Latin letters and digits are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > '\u2e7f' || '“”‘’—…'.includes(char) ? 1 : 0.5), 0)

/** Characters that may not begin a line of a title, and those that may not end one. */
const [CLOSING, OPENING] = ['的地得、，。；：）》”’和与及等', '（《“‘']

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** What it costs a title to go on in a new line before each of its characters: nothing between words (GB/T 9704, 7.3.1). */
const costsOf = (title: string): number[] => {
  const chars = [...title]
  const costs: number[] = []
  let depth = 0
  for (const { segment } of words.segment(title))
    for (const [at, char] of [...segment].entries()) {
      const before = chars[costs.length - 1] ?? ''
      if (before && OPENING.includes(before)) depth += 1
      if (before && '）》”’'.includes(before)) depth -= 1
      const forbidden = CLOSING.includes(char) || (before && OPENING.includes(before))
      costs.push(forbidden ? 10_000 : (at > 0 ? 100 : 0) + depth * 50)
    }
  return costs
}

/** Lines that end before the character at an index, and what they cost together. */
type Way = { cost: number; lines: string[] }

/** All ways one line further: the cheapest for each place where it may end. */
const oneLineMore = (ways: Map<number, Way>, chars: string[], costs: number[], even: number, most: number) => {
  const further = new Map<number, Way>()
  for (const [from, { cost, lines }] of ways)
    for (let to = from + 1; to <= chars.length; to += 1) {
      const line = chars.slice(from, to).join('')
      const width = widthOf(line)
      if (width > most) break
      const total = cost + (width - even) ** 2 + (costs[to] ?? 0)
      if (total < (further.get(to)?.cost ?? Number.POSITIVE_INFINITY))
        further.set(to, { cost: total, lines: [...lines, line] })
    }
  return further
}

/** A title in lines of at most `most` characters, broken between words and as even as they can be. */
export const titleLines = (title: string, most = 20): string[] => {
  const chars = [...title]
  if (chars.length === 0) return ['']
  const costs = costsOf(title)
  let ways = new Map<number, Way>([[0, { cost: 0, lines: [] }]])
  const count = Math.max(1, Math.ceil(widthOf(title) / most))
  const even = widthOf(title) / count
  for (let line = 1; line <= count || !ways.has(chars.length); line += 1)
    ways = oneLineMore(ways, chars, costs, even, most)
  return ways.get(chars.length)!.lines
}
