/** One criterion as scores are reckoned by it: `weight` in percent, `max` the full mark. */
export type Weighed = { key: string; weight: number; max: number }

export type MeanKind = 'all' | 'dropExtremes'

/** Two decimal places, halves up, free of binary dust: how scores are shown and compared. */
export const roundScore = (score: number): number => Math.round(score * 100 + 1e-6) / 100

/** One expert's weighted total on a scale of 100, exact to two decimals; null while a mark is missing. */
export const weightedTotal = (criteria: readonly Weighed[], marks: Record<string, number | null>): number | null => {
  if (criteria.length === 0 || criteria.some(({ key }) => typeof marks[key] !== 'number')) return null
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return roundScore(
    criteria.reduce((sum, { key, weight, max }) => sum + (marks[key]! / max) * (weight / whole) * 100, 0),
  )
}

/**
 * The mean of the experts' totals; null without any. `dropExtremes` leaves out one highest and one lowest
 * (去掉一个最高分和一个最低分), which needs at least three scores: with fewer, all count.
 */
export const meanOf = (scores: readonly number[], kind: MeanKind): number | null => {
  if (scores.length === 0) return null
  const sorted = [...scores].sort((a, b) => a - b)
  const counted = kind === 'dropExtremes' && sorted.length >= 3 ? sorted.slice(1, -1) : sorted
  return roundScore(counted.reduce((sum, score) => sum + score, 0) / counted.length)
}

/** The highest less the lowest of the scores; null with fewer than two. */
export const spreadOf = (scores: readonly number[]): number | null =>
  scores.length < 2 ? null : roundScore(Math.max(...scores) - Math.min(...scores))

/** Scores of several stages brought into one by their weights in percent; null where one is missing. */
export const combined = (parts: readonly { weight: number; score: number | null }[]): number | null => {
  if (parts.length === 0 || parts.some(({ score }) => score === null)) return null
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return roundScore(parts.reduce((sum, { weight, score }) => sum + (score! * weight) / whole, 0))
}
