/** The parts of an honour's number that a plan's pattern may name. */
export type NumberParts = { year: number; category: string; unit: string }

export const defaultPattern = '{year}-{category}-{n}'

/** The pattern with everything filled in but {n}; one that forgot {n} gets it at its end. */
export const stemOf = (pattern: string, { year, category, unit }: NumberParts): string => {
  const counted = pattern.includes('{n}') ? pattern : `${pattern}-{n}`
  return counted.replaceAll('{year}', String(year)).replaceAll('{category}', category).replaceAll('{unit}', unit)
}

/** The next numbers in the pattern's own row: one more than the highest that stands, without a gap among the new ones. */
export const nextNumbers = (stem: string, taken: readonly string[], count: number): string[] => {
  const [before = '', after = ''] = stem.split('{n}')
  const highest = Math.max(0, ...taken.map(number => countIn(number, before, after)))
  return Array.from({ length: count }, (_, n) => stem.replaceAll('{n}', String(highest + n + 1)))
}

const countIn = (number: string, before: string, after: string): number => {
  if (!number.startsWith(before) || !number.endsWith(after)) return 0
  const middle = number.slice(before.length, number.length - after.length)
  return /^\d{1,9}$/.test(middle) ? Number(middle) : 0
}
