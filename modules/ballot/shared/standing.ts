export type Placed = { place: number; tied: boolean }

/**
 * Rows by their votes, most first; equal votes share a place and keep their order. Ties are shown, never broken: who
 * decides sees them.
 */
export const placed = <Row extends object>(rows: readonly Row[], votesOf: (row: Row) => number): (Row & Placed)[] => {
  const votes = rows.map(votesOf)
  return rows
    .map(row => {
      const own = votesOf(row)
      const place = 1 + votes.filter(each => each > own).length
      return { ...row, place, tied: votes.filter(each => each === own).length > 1 }
    })
    .sort((a, b) => a.place - b.place)
}
