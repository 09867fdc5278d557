import { join } from '../crypto/bytes.ts'
import type { Digest } from '../crypto/digest.ts'

const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)]

export const leafHash = (digest: Digest, leaf: Uint8Array) => digest(join(LEAF, leaf))
const nodeHash = (digest: Digest, left: Uint8Array, right: Uint8Array) => digest(join(NODE, left, right))

/** The tree of RFC 9162 §2.1 as it grows: the roots of its complete subtrees, the largest first. */
export const growingTree = (digest: Digest) => {
  const roots: Uint8Array[] = []
  let size = 0
  return {
    size: () => size,
    append: (leaf: Uint8Array): void => {
      let node = leaf
      for (let left = size; left % 2 === 1; left = (left - 1) / 2) node = nodeHash(digest, roots.pop()!, node)
      roots.push(node)
      size += 1
    },
    /** @returns H() for the empty tree */
    root: (): Uint8Array =>
      roots.length === 0 ? digest(new Uint8Array()) : roots.reduceRight((right, left) => nodeHash(digest, left, right)),
  }
}

/** The root that an inclusion proof leads to, RFC 9162 §2.1.3.2; undefined when it is not one for this place and size. */
export const rootByProof = (
  digest: Digest,
  leaf: Uint8Array,
  proof: { index: number; size: number; path: Uint8Array[] },
): Uint8Array | undefined => {
  let [place, last, node] = [proof.index, proof.size - 1, leaf]
  if (place > last) return undefined
  for (const sibling of proof.path) {
    if (last === 0) return undefined
    if (place % 2 === 1 || place === last) {
      node = nodeHash(digest, sibling, node)
      while (place % 2 === 0 && place > 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else node = nodeHash(digest, node, sibling)
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 ? node : undefined
}
