import type { TreeHash } from '../hash.ts'

/** The recursive definitions of RFC 9162 §2.1, word for word and slow: what the tree is compared with. */
const split = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** MTH(D_n), from leaf hashes. */
export const referenceRoot = (hash: TreeHash, leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return hash.empty
  if (leaves.length === 1) return leaves[0]!
  const k = split(leaves.length)
  return hash.node(referenceRoot(hash, leaves.slice(0, k)), referenceRoot(hash, leaves.slice(k)))
}

/** PATH(m, D_n). */
export const referencePath = (hash: TreeHash, m: number, leaves: readonly Uint8Array[]): Uint8Array[] => {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m < k
    ? [...referencePath(hash, m, left), referenceRoot(hash, right)]
    : [...referencePath(hash, m - k, right), referenceRoot(hash, left)]
}

/** PROOF(m, D_n). */
export const referenceConsistency = (hash: TreeHash, m: number, leaves: readonly Uint8Array[]): Uint8Array[] =>
  subproof(hash, m, leaves, true)

const subproof = (hash: TreeHash, m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] => {
  if (m === leaves.length) return whole ? [] : [referenceRoot(hash, leaves)]
  const k = split(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m <= k
    ? [...subproof(hash, m, left, whole), referenceRoot(hash, right)]
    : [...subproof(hash, m - k, right, false), referenceRoot(hash, left)]
}
