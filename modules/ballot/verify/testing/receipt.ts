import {
  canonicalJson,
  emptyFrontier,
  growTree,
  inclusionProof,
  type Json,
  memoryNodes,
  receiptCode,
  rootOf,
  treeHash,
} from '#platform/crypto/index.ts'
import type { Leaf, Receipt } from '../../shared/index.ts'
import { digestOf, type MadeElection } from './election.ts'
import { signNote } from './record.ts'

/** The receipt for one of several ballots that were accepted together. */
export const makeReceipt = async (made: MadeElection, leaves: readonly Leaf[], index: number): Promise<Receipt> => {
  const hash = treeHash(digestOf(made.document))
  const hashes = leaves.map(leaf => hash.leaf(Buffer.from(canonicalJson(leaf as Json))))
  const { frontier, nodes } = growTree(hash, emptyFrontier, hashes)
  const { read, keep } = memoryNodes()
  keep(hashes, nodes)
  const root = Buffer.from(rootOf(hash, frontier)).toString('base64')
  const path = await inclusionProof(hash, read, index, leaves.length)
  return {
    fingerprint: made.fingerprint,
    number: receiptCode(hashes[index]!),
    leaf: leaves[index] as Receipt['leaf'],
    promise: {
      note: signNote(made, `shishi-ballot/1/${made.fingerprint}/promise\n${leaves.length}\n${root}\n`),
      size: leaves.length,
      index,
      path: path.map(each => Buffer.from(each).toString('hex')),
    },
  }
}
