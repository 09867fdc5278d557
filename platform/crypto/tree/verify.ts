import { mostLeaves } from './frontier.ts'
import { hashLength, type TreeHash } from './hash.ts'

/** A claim that a leaf is in a tree. `leafHash` is H(0x00 ‖ leaf), made by who checks. */
export type Inclusion = {
  index: number
  size: number
  leafHash: Uint8Array
  root: Uint8Array
  proof: readonly Uint8Array[]
}

/** A claim that the second tree begins with the first. */
export type Consistency = {
  first: { size: number; root: Uint8Array }
  second: { size: number; root: Uint8Array }
  proof: readonly Uint8Array[]
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= mostLeaves
const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(each => each.length === hashLength)

/** RFC 9162 §2.1.3.2. False for whatever is not exactly the proof: shorter, longer, of another index or size. */
export const verifyInclusion = (hash: TreeHash, { index, size, leafHash, root, proof }: Inclusion): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leafHash, root, ...proof])) return false
  let [fn, sn, r] = [index, size - 1, leafHash]
  for (const p of proof) {
    if (sn === 0) return false
    if (fn & 1 || fn === sn) {
      r = hash.node(p, r)
      for (; !(fn & 1) && fn !== 0; sn >>>= 1) fn >>>= 1
    } else r = hash.node(r, p)
    fn >>>= 1
    sn >>>= 1
  }
  return sn === 0 && same(r, root)
}

/**
 * RFC 9162 §2.1.4.2, and the two cases it leaves out: trees of the same size are consistent when their roots are the
 * same and the proof is empty; the empty tree begins every tree, with an empty proof.
 */
export const verifyConsistency = (hash: TreeHash, { first, second, proof }: Consistency): boolean => {
  if (!isCount(first.size) || !isCount(second.size) || first.size > second.size) return false
  if (!areHashes([first.root, second.root, ...proof])) return false
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root)
  if (first.size === 0) return proof.length === 0 && same(first.root, hash.empty)
  return grows(hash, first, second, proof)
}

/** For 0 < first.size < second.size. */
const grows = (
  hash: TreeHash,
  first: Consistency['first'],
  second: Consistency['second'],
  proof: readonly Uint8Array[],
): boolean => {
  const isPowerOfTwo = (first.size & (first.size - 1)) === 0
  const [seed, ...path] = isPowerOfTwo ? [first.root, ...proof] : proof
  if (!seed) return false
  let [fn, sn] = [first.size - 1, second.size - 1]
  for (; fn & 1; fn >>>= 1) sn >>>= 1
  let [fr, sr] = [seed, seed]
  for (const c of path) {
    if (sn === 0) return false
    if (fn & 1 || fn === sn) {
      fr = hash.node(c, fr)
      sr = hash.node(c, sr)
      for (; !(fn & 1) && fn !== 0; sn >>>= 1) fn >>>= 1
    } else sr = hash.node(sr, c)
    fn >>>= 1
    sn >>>= 1
  }
  return sn === 0 && same(fr, first.root) && same(sr, second.root)
}
