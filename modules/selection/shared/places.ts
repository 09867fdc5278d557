/** A candidate's place by score: equal scores share a place, and the next place is left out (1, 2, 2, 4). */
export type Place = { place: number; tied: boolean }

/** Places by score, best first; whoever has no score has no place. Nothing breaks a tie but people. */
export const placesOf = <T>(rows: readonly T[], scoreOf: (row: T) => number | null): Map<T, Place> => {
  const scored = rows.flatMap(row => {
    const score = scoreOf(row)
    return score === null ? [] : [{ row, score }]
  })
  return new Map(
    scored.map(({ row, score }) => [
      row,
      {
        place: 1 + scored.filter(other => other.score > score).length,
        tied: scored.filter(other => other.score === score).length > 1,
      },
    ]),
  )
}

/**
 * What a number of places makes of a list of scores: who is surely in, and who stands level at the line with fewer
 * places left than names. Those are for people to choose from.
 */
export type Cut<T> = { within: T[]; level: T[]; left: number }

export const cutAt = <T>(rows: readonly T[], scoreOf: (row: T) => number | null, count: number): Cut<T> => {
  const places = placesOf(rows, scoreOf)
  const scored = rows.filter(row => places.has(row))
  const endOf = (row: T) => places.get(row)!.place + scored.filter(other => scoreOf(other) === scoreOf(row)).length - 1
  const within = scored.filter(row => endOf(row) <= count)
  const level = scored.filter(row => places.get(row)!.place <= count && endOf(row) > count)
  return { within, level, left: Math.max(0, Math.min(count, scored.length) - within.length) }
}
