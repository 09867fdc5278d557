import { hashLength, type TreeHash } from './hash.ts'

/** The root of a full subtree: leaves `index`·2^`level` up to (`index`+1)·2^`level`. */
export type TreeNode = { level: number; index: number; hash: Uint8Array }

/** Every which level is stored. Between them at most 15 hashes are recomputed for each hash of a proof. */
export const storedStep = 4

/** A run of neighbours on one stored level (0, 4, 8 …; 0 is the leaf hashes). */
export type Span = { level: number; first: number; count: number }

/** Gives the hashes of each span in order; a proof asks once, for at most some 150 hashes. */
export type NodeReader = (spans: readonly Span[]) => Promise<readonly (readonly Uint8Array[])[]>

/** Leaves `from` up to, not including, `to`. */
export type Range = { from: number; to: number }

type Subtree = { level: number; index: number }

/** The full subtrees that make up a range, left to right. The range is one that the tree's own splitting gives. */
const fullSubtrees = ({ from, to }: Range): Subtree[] => {
  const subtrees: Subtree[] = []
  for (let at = from; at < to; ) {
    const fits = 31 - Math.clz32(to - at)
    const aligned = at === 0 ? 31 : 31 - Math.clz32(at & -at)
    const level = Math.min(fits, aligned)
    subtrees.push({ level, index: at >>> level })
    at += 2 ** level
  }
  return subtrees
}

/** Where a subtree's root can be worked out from: the nodes of the nearest stored level below it. */
const spanOf = ({ level, index }: Subtree): Span => {
  const above = level % storedStep
  return { level: level - above, first: index * 2 ** above, count: 2 ** above }
}

const joined = (hash: TreeHash, hashes: readonly Uint8Array[]): Uint8Array => {
  let row = hashes
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, n) => hash.node(row[2 * n]!, row[2 * n + 1]!))
  return row[0]!
}

/**
 * For each range the roots of the full subtrees that make it up.
 * @throws Error where the store gives less than was asked of it
 */
export const rangeHashes = async (
  hash: TreeHash,
  read: NodeReader,
  ranges: readonly Range[],
): Promise<Uint8Array[][]> => {
  const subtrees = ranges.map(fullSubtrees)
  const spans = subtrees.flat().map(spanOf)
  const found = spans.length ? await read(spans) : []
  const roots = spans.map((span, n) => {
    const hashes = found[n] ?? []
    if (hashes.length !== span.count || hashes.some(each => each.length !== hashLength))
      throw new Error(`tree nodes are missing: level ${span.level}, from ${span.first}, ${span.count}`)
    return joined(hash, hashes)
  })
  const next = roots.values()
  return subtrees.map(each => Array.from(next.take(each.length)))
}
