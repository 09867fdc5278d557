import { createHash } from 'node:crypto'

/** How many of `among` are called back: the share rounded up (D-10), at least so many, and never more than there are. */
export const sampleSize = (among: number, { share, atLeast }: { share: number; atLeast: number }): number =>
  Math.min(among, Math.max(Math.ceil(Number((share * among).toFixed(6))), atLeast))

/**
 * A random sample that anybody can draw again from its record: ids in the order of SHA-256(seed:id), the first `size`.
 * The seed is drawn when the sample is, so that nobody knows beforehand who will be called.
 */
export const drawSample = (ids: readonly number[], size: number, seed: string): number[] => {
  const rank = (id: number) => createHash('sha256').update(`${seed}:${id}`).digest('hex')
  return [...ids]
    .map(id => ({ id, rank: rank(id) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
}
