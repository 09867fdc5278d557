/** Position in a sorted list, as a URL carries it: the sort values of the last row shown. */
export type Position = (string | number | null)[]

export const encodePosition = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** @returns null for none, or for one that was not made by {@link encodePosition} */
export const decodePosition = (token: string | undefined): Position | null => {
  if (!token) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** One row more than the page tells whether there is a next one. */
export const pageOf = <Row>(rows: Row[], limit: number, positionOf: (row: Row) => Position) => ({
  rows: rows.slice(0, limit),
  next: rows.length > limit ? encodePosition(positionOf(rows[limit - 1]!)) : null,
})
