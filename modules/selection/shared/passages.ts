/**
 * 查重: passages that two texts have in common. Texts are compared by their letters, Han characters and digits only,
 * so that another punctuation or line break hides nothing.
 */

/** Shortest run of characters that counts as a common passage: shorter ones are set phrases. */
export const PASSAGE = 13

export type Part = { text: string; common: boolean }

/** The compared characters of a text, and where each stands in it. */
export const compared = (text: string): { chars: string; at: number[] } => {
  const at: number[] = []
  let chars = ''
  for (const match of text.matchAll(/[\p{Letter}\p{Number}]/gu)) {
    if (match[0].length > 1) continue
    at.push(match.index)
    chars += match[0]
  }
  return { chars, at }
}

/** Every run of `length` characters, in order. */
export const shingles = (chars: string, length = PASSAGE): string[] =>
  Array.from({ length: Math.max(0, chars.length - length + 1) }, (_, start) => chars.slice(start, start + length))

/** Which compared characters of `chars` stand in a passage that `other` has too. */
const covered = (chars: string, other: ReadonlySet<string>): boolean[] => {
  const marks = Array.from({ length: chars.length }, () => false)
  shingles(chars).forEach((shingle, start) => {
    if (other.has(shingle)) marks.fill(true, start, start + PASSAGE)
  })
  return marks
}

/** How much two texts share: characters in common passages, and their part (0–1) of the shorter text. */
export const overlap = (left: string, right: string): { common: number; share: number } => {
  const [short, long] = [compared(left).chars, compared(right).chars].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ]
  const common = covered(short, new Set(shingles(long))).filter(Boolean).length
  return { common, share: short.length === 0 ? 0 : common / short.length }
}

/** A text cut into what the other text has too and what is its own; punctuation goes with what stands before it. */
export const partsOf = (text: string, other: string): Part[] => {
  const { chars, at } = compared(text)
  const marks = covered(chars, new Set(shingles(compared(other).chars)))
  const parts: Part[] = []
  let from = 0
  marks.forEach((common, index) => {
    const next = marks[index + 1]
    if (next === common) return
    const to = index + 1 < at.length ? at[index + 1]! : text.length
    parts.push({ text: text.slice(from, to), common })
    from = to
  })
  return parts.length > 0 ? parts : text === '' ? [] : [{ text, common: false }]
}
