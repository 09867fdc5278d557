import {
  digest,
  emptyFrontier,
  growTree,
  inclusionProof,
  memoryNodes,
  rootOf,
  treeHash,
  verifyInclusion,
} from '#platform/crypto/index.ts'
import type { Options } from '../kit/options.ts'
import { note, report } from '../kit/result.ts'

const portion = 100
const proofs = 2000

const secondsOf = (begin: number) => (performance.now() - begin) / 1000

/** Hashes of node's input a second: what a tree cannot be faster than. */
const hashesASecond = (name: 'SHA-256' | 'SM3'): number => {
  const data = Buffer.alloc(65)
  const begin = performance.now()
  for (let n = 0; n < 200_000; n += 1) digest(name, data)
  return 200_000 / secondsOf(begin)
}

/** Appending in portions as the sequencer does, and proofs at the end, on nodes in memory. */
const measure = async (name: 'SHA-256' | 'SM3', size: number) => {
  const hash = treeHash(name)
  const hashes = Array.from({ length: size }, (_, n) => hash.leaf(Buffer.from(`leaf ${n}`)))
  const { read, keep } = memoryNodes()
  let frontier = emptyFrontier
  const begin = performance.now()
  for (let at = 0; at < size; at += portion) {
    const some = hashes.slice(at, at + portion)
    const grown = growTree(hash, frontier, some)
    frontier = grown.frontier
    keep(some, grown.nodes)
  }
  const appends = size / secondsOf(begin)
  const root = rootOf(hash, frontier)
  const times: number[] = []
  for (let n = 0; n < proofs; n += 1) {
    const index = (n * 7919) % size
    const start = performance.now()
    const proof = await inclusionProof(hash, read, index, size)
    times.push(performance.now() - start)
    if (!verifyInclusion(hash, { index, size, leafHash: hashes[index]!, root, proof })) throw new Error('a proof fails')
  }
  times.sort((a, b) => a - b)
  return { appends, p50: times[proofs >> 1]!, p99: times[Math.floor(proofs * 0.99)]! }
}

export const measureTree = async ({ ballots }: Options): Promise<void> => {
  for (const name of ['SHA-256', 'SM3'] as const) {
    note(`${name} 树，${ballots}条……`)
    const { appends, p50, p99 } = await measure(name, ballots)
    const hashing = { reference: `${name} of 65 bytes`, referenceValue: hashesASecond(name) }
    report({ bench: 'ballot', case: `tree:append:${name}`, value: appends, unit: 'leaves/s', ...hashing })
    const goal = { reference: 'goal at a million leaves', referenceValue: 1 }
    report({ bench: 'ballot', case: `tree:proof:${name}`, value: p50, unit: 'ms p50', ...goal })
    report({ bench: 'ballot', case: `tree:proof:${name}`, value: p99, unit: 'ms p99', ...goal })
  }
}
