import type { TreeHash } from './hash.ts'
import { type NodeReader, rangeHashes, storedStep, type TreeNode } from './nodes.ts'

/**
 * All that is needed to go on appending: the roots of the full subtrees that cover the leaves, largest first, one for
 * each 1 in the binary form of `size` (at most 31 hashes).
 */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] }

/** Index and size are 32-bit integers here and in every proof. */
export const mostLeaves = 2 ** 31 - 1

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/**
 * Appends leaf hashes in order. Gives the new frontier and the nodes that became full and are to be stored: those of
 * levels 4, 8, 12 … Nodes never change; level 0 is the leaf hashes themselves, which the caller keeps with the leaves.
 */
export const growTree = (
  hash: TreeHash,
  frontier: Frontier,
  leaves: Iterable<Uint8Array>,
): { frontier: Frontier; nodes: TreeNode[] } => {
  const peaks = [...frontier.peaks]
  const nodes: TreeNode[] = []
  let size = frontier.size
  for (const leaf of leaves) {
    if (size === mostLeaves) throw new RangeError('the tree is full')
    let level = 0
    let current = leaf
    for (; (size >>> level) & 1; ) {
      current = hash.node(peaks.pop()!, current)
      level += 1
      if (level % storedStep === 0) nodes.push({ level, index: size >>> level, hash: current })
    }
    peaks.push(current)
    size += 1
  }
  return { frontier: { size, peaks }, nodes }
}

/** MTH(D_n) of RFC 9162 §2.1.1 from the frontier. */
export const rootOf = (hash: TreeHash, { peaks }: Frontier): Uint8Array => foldRight(hash, peaks)

/** Peaks joined from the right, smallest first. */
export const foldRight = (hash: TreeHash, peaks: readonly Uint8Array[]): Uint8Array =>
  peaks.length === 0 ? hash.empty : peaks.reduceRight((right, left) => hash.node(left, right))

/** The frontier of the first `size` leaves, worked out from stored nodes: after a restart, or for an old head. */
export const readFrontier = async (hash: TreeHash, read: NodeReader, size: number): Promise<Frontier> => {
  const [peaks] = await rangeHashes(hash, read, [{ from: 0, to: size }])
  return { size, peaks: peaks! }
}
