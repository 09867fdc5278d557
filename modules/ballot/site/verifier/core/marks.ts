import type { ElectionDocument } from './document.ts'

/** Where each candidate's mark stands in a ballot kept as a string of bytes, one bit a candidate. */
export const markPlaces = ({ categories }: Pick<ElectionDocument, 'categories'>): Map<number, number>[] => {
  let next = 0
  return categories.map(({ candidates }) => new Map(candidates.map(({ no }) => [no, next++])))
}

/** A ballot's choices in some twenty bytes instead of some hundred numbers: a million have to be remembered. */
export const packMarks = (places: Map<number, number>[], choices: number[][]): string => {
  const size = places.reduce((sum, { size }) => sum + size, 0)
  const bytes = new Uint8Array(Math.ceil(size / 8))
  for (const [at, map] of places.entries())
    for (const no of choices[at] ?? []) {
      const place = map.get(no)
      if (place !== undefined) bytes[place >> 3]! |= 1 << (place & 7)
    }
  return String.fromCharCode(...bytes)
}

/** The chosen candidates of a packed ballot, as positions from the first category's first to the last's last. */
export const eachMark = (marks: string, use: (place: number) => void): void => {
  for (let at = 0; at < marks.length; at += 1)
    for (let byte = marks.charCodeAt(at); byte !== 0; byte &= byte - 1) use(at * 8 + 31 - Math.clz32(byte & -byte))
}
