/** Width of a text in full-width characters: Latin letters and digits are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > '\u2e7f' || '“”‘’—…'.includes(char) ? 1 : 0.5), 0)

/** Characters that may not begin a line of a title. */
const CLOSING = '的地得、，。；：）》”’和与及等'

/** A title in lines of at most `most` characters, as even as they can be, none beginning with a word like 的. */
export const titleLines = (title: string, most = 20): string[] => {
  const chars = [...title]
  const count = Math.ceil(widthOf(title) / most)
  if (count <= 1) return [title]
  const lines: string[] = []
  let from = 0
  for (let line = count; line > 1; line -= 1) {
    let to = from + Math.ceil((chars.length - from) / line)
    while (to > from + 1 && (CLOSING.includes(chars[to] ?? '') || '（《“'.includes(chars[to - 1]!))) to -= 1
    lines.push(chars.slice(from, to).join(''))
    from = to
  }
  return [...lines, chars.slice(from).join('')]
}
