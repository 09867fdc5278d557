import { foldRight, mostLeaves } from './frontier.ts'
import type { TreeHash } from './hash.ts'
import { type NodeReader, type Range, rangeHashes } from './nodes.ts'

/** The largest power of two smaller than `n` (RFC 9162's k), for n of 2 and more. */
const splitOf = (n: number): number => 2 ** (31 - Math.clz32(n - 1))

const requireOrder = (...numbers: number[]): void => {
  const sound = numbers.every(
    (each, n) => Number.isInteger(each) && each <= mostLeaves && each >= (numbers[n - 1] ?? 0),
  )
  if (!sound) throw new RangeError(`no such tree: ${numbers.join(', ')}`)
}

/** PATH(m, D_n) of RFC 9162 §2.1.3.1 as ranges of leaves, lowest first. */
const inclusionRanges = (index: number, size: number): Range[] => {
  const ranges: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.reverse()
}

/** PROOF(m, D_n) of RFC 9162 §2.1.4.1 as ranges of leaves, lowest first. */
const consistencyRanges = (first: number, size: number): Range[] => {
  const ranges: Range[] = []
  let [from, to] = [0, size]
  while (to !== first) {
    const middle = from + splitOf(to - from)
    if (first <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  if (from > 0) ranges.push({ from, to })
  return ranges.reverse()
}

const hashesOf = async (hash: TreeHash, read: NodeReader, ranges: readonly Range[]): Promise<Uint8Array[]> =>
  (await rangeHashes(hash, read, ranges)).map(peaks => foldRight(hash, peaks))

/**
 * Shows that the leaf at `index` (from 0) is in the tree of the first `size` leaves. One read of the store, O(log n).
 * @throws RangeError unless 0 ≤ index < size
 */
export const inclusionProof = async (
  hash: TreeHash,
  read: NodeReader,
  index: number,
  size: number,
): Promise<Uint8Array[]> => {
  requireOrder(0, index, size - 1)
  return hashesOf(hash, read, inclusionRanges(index, size))
}

/**
 * Shows that the tree of `size` leaves begins with the tree of `first` leaves. Empty for first = size and for first = 0,
 * where there is nothing to show.
 * @throws RangeError unless 0 ≤ first ≤ size
 */
export const consistencyProof = async (
  hash: TreeHash,
  read: NodeReader,
  first: number,
  size: number,
): Promise<Uint8Array[]> => {
  requireOrder(0, first, size)
  return first === 0 ? [] : hashesOf(hash, read, consistencyRanges(first, size))
}
