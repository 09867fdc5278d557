/** The name closest in spelling, if close enough to be a slip of the pen; comparison ignores case. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(word.length / 3))
  let best: string | undefined
  let least = allowed + 1
  for (const name of names) {
    const distance = editDistance(word.toLowerCase(), name.toLowerCase(), least)
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; stops counting at `limit`. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1, swapped ? before[j - 2]! + 1 : limit)
    }
    ;[before, row] = [row, next]
  }
  return Math.min(row[to.length]!, limit)
}
