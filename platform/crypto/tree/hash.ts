import { type DigestName, digest } from '../digest.ts'

/** How a Merkle tree hashes (RFC 9162 §2.1.1): leaves and nodes are told apart by their first byte. */
export type TreeHash = {
  name: DigestName
  /** H(0x00 ‖ data). */
  leaf: (data: Uint8Array) => Uint8Array
  /** H(0x01 ‖ left ‖ right). */
  node: (left: Uint8Array, right: Uint8Array) => Uint8Array
  /** H(): the root of the tree without leaves. */
  empty: Uint8Array
}

/** Bytes of a hash, under either function. */
export const hashLength = 32

/** The tree's hashing by SHA-256 or SM3. */
export const treeHash = (name: DigestName): TreeHash => {
  const pair = Buffer.alloc(1 + 2 * hashLength, 1)
  return {
    name,
    leaf: data => digest(name, Buffer.concat([Buffer.of(0), data])),
    node: (left, right) => {
      pair.set(left, 1)
      pair.set(right, 1 + hashLength)
      return digest(name, pair)
    },
    empty: digest(name, ''),
  }
}
