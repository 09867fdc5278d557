/** Words as they are compared: one width, no spaces, no marks, no advice in brackets; `姓    名：` reads `姓名`. */
export const keyOf = (text: string): string => {
  const plain = text.normalize('NFKC').replace(/\s/gu, '')
  const bare = plain.replace(/\([^()]*\)/gu, '').replace(/[^\p{Letter}\p{Number}]/gu, '')
  return bare === '' ? plain.replace(/[^\p{Letter}\p{Number}]/gu, '') : bare
}

/** Length of the longest common subsequence. */
const common = (a: string, b: string): number => {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const char of a) {
    const next = [0]
    for (let at = 1; at <= b.length; at += 1)
      next[at] = char === b[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!)
    row = next
  }
  return row[b.length]!
}

/** Longer texts are values, never labels, and comparing them would cost time. */
const LONGEST = 60

/** How alike two keys are, 0–1. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return a === '' ? 0 : 1
  if (a === '' || b === '' || a.length > LONGEST || b.length > LONGEST) return 0
  return (2 * common(a, b)) / (a.length + b.length)
}

/**
 * What follows a label that stands in the same text as its answer (`姓　名：张三`, or the label on a line of its own);
 * undefined where the text does not begin so. `loose` asks for no colon.
 */
export const afterLabel = (text: string, key: string): string | undefined => {
  let at = 0
  let left = key
  for (const char of text) {
    if (left === '') break
    const seen = keyOf(char)
    if (seen !== '' && !left.startsWith(seen)) return undefined
    left = left.slice(seen.length)
    at += char.length
  }
  if (left !== '') return undefined
  const rest = /^\s*(?:[（(][^（）()]{0,30}[）)])?[^\S\n]*(?:[:：]|\n)/u.exec(text.slice(at))
  return rest ? text.slice(at + rest[0].length).trim() : undefined
}

/** Lines without the spaces that stand for indents, empty ones at the ends left out. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.replace(/^[\s\u3000_]+|[\s\u3000_]+$/gu, ''))
    .join('\n')
    .replace(/^\n+|\n+$/gu, '')
    .split('\n')

/** Lines that a narrow cell broke, as one: nothing between ideographs, a space between words. */
export const oneLine = (text: string): string =>
  linesOf(text)
    .filter(line => line !== '')
    .reduce((all, line) => {
      const words = /[A-Za-z0-9]$/.test(all) && /^[A-Za-z0-9]/.test(line)
      return all + (words ? ' ' : '') + line
    }, '')

/** `1.`, `（2）`, `③` before an item of a list. */
export const withoutNumber = (line: string): string =>
  line.replace(/^\s*(?:\d{1,2}[、．]|\d{1,2}\.(?!\d)|[（(]\d{1,2}[）)]|[\u2460-\u2473])\s*/u, '')
