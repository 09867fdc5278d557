import type { TreeHash } from '#platform/crypto/index.ts'
import type { Frozen } from '../election/frozen.ts'
import { signNote } from '../log/note.ts'
import type { Receipt } from '../shared/index.ts'

export type Promised = Receipt['promise']

/**
 * Promises, signed together, that these leaves will be in the log: one signature over the root of their own small tree,
 * and for each the way up to it. A signature costs more than all else in a ballot, a hash next to nothing.
 */
export const promiseLeaves = (frozen: Frozen, hashes: readonly Uint8Array[]): Promised[] => {
  const { tree, signer, fingerprint, document } = frozen
  const { root, paths } = pathsOf(tree, hashes)
  const text = `shishi-ballot/1/${fingerprint}/promise\n${hashes.length}\n${Buffer.from(root).toString('base64')}\n`
  const note = signNote(signer, document.log.name, text)
  return paths.map((path, index) => ({ note, size: hashes.length, index, path: path.map(hex) }))
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** PATH(m, D) of RFC 9162 §2.1.3 for every m at once, with the root. */
const pathsOf = (tree: TreeHash, leaves: readonly Uint8Array[]): { root: Uint8Array; paths: Uint8Array[][] } => {
  if (leaves.length === 1) return { root: leaves[0]!, paths: [[]] }
  const half = 2 ** (31 - Math.clz32(leaves.length - 1))
  const left = pathsOf(tree, leaves.slice(0, half))
  const right = pathsOf(tree, leaves.slice(half))
  for (const path of left.paths) path.push(right.root)
  for (const path of right.paths) path.push(left.root)
  return { root: tree.node(left.root, right.root), paths: [...left.paths, ...right.paths] }
}
