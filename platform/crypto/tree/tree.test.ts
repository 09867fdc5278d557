import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  emptyFrontier,
  growTree,
  inclusionProof,
  memoryNodes,
  readFrontier,
  rootOf,
  type TreeHash,
  treeHash,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'
import { referenceConsistency, referencePath, referenceRoot } from './testing/reference.ts'

const most = 300
const hash = treeHash('SHA-256')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The eight leaves with which RFC 6962's implementations are tested. */
const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']

/** A tree of `size` leaves that was appended in uneven portions, with its store. */
const grown = (size: number, by: TreeHash = hash) => {
  const leaves = Array.from({ length: size }, (_, n) => by.leaf(Buffer.from(`leaf ${n}`)))
  const { read, keep } = memoryNodes()
  let frontier = emptyFrontier
  for (let at = 0, portion = 1; at < size; at += portion, portion = (portion * 7) % 23 || 5) {
    const some = leaves.slice(at, at + portion)
    const { frontier: next, nodes } = growTree(by, frontier, some)
    keep(some, nodes)
    frontier = next
  }
  return { leaves, read, frontier, root: rootOf(by, frontier) }
}

const tree = grown(most)
const rootAt = Array.from({ length: most + 1 }, (_, size) => referenceRoot(hash, tree.leaves.slice(0, size)))

describe('the root', () => {
  it('is that of the published vectors', () => {
    const roots = [0, 1, 2, 3, 8].map(size => {
      const leaves = known.slice(0, size).map(text => hash.leaf(Buffer.from(text, 'hex')))
      return hex(rootOf(hash, growTree(hash, emptyFrontier, leaves).frontier))
    })
    expect(roots).toEqual([
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })

  it('is MTH of RFC 9162 for every size, however the leaves came', async () => {
    expect(hex(tree.root)).toBe(hex(rootAt[most]!))
    for (let size = 0; size <= most; size += 1)
      expect(hex(rootOf(hash, await readFrontier(hash, tree.read, size)))).toBe(hex(rootAt[size]!))
  })

  it('uses SM3 where that is asked for', async () => {
    const byConfiguration = treeHash('SM3')
    const { leaves, root, read } = grown(37, byConfiguration)
    expect(hex(root)).toBe(hex(referenceRoot(byConfiguration, leaves)))
    const proof = await inclusionProof(byConfiguration, read, 30, 37)
    const claim = { index: 30, size: 37, leafHash: leaves[30]!, root, proof }
    expect([verifyInclusion(byConfiguration, claim), verifyInclusion(hash, claim)]).toEqual([true, false])
  })
})

describe('an inclusion proof', () => {
  it('is PATH of RFC 9162 and holds, for every leaf of every tree', async () => {
    for (let size = 1; size <= most; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(hash, tree.read, index, size)
        const claim = { index, size, leafHash: tree.leaves[index]!, root: rootAt[size]!, proof }
        if (!verifyInclusion(hash, claim)) expect.fail(`${index} of ${size}`)
      }
    const some = await inclusionProof(hash, tree.read, 123, 255)
    expect(some.map(hex)).toEqual(referencePath(hash, 123, tree.leaves.slice(0, 255)).map(hex))
  }, 60_000)

  it('fails when anything about it is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: most }), fc.nat(), fc.nat(), fc.nat(), async (size, a, b, c) => {
        const index = a % size
        const proof = await inclusionProof(hash, tree.read, index, size)
        const claim = { index, size, leafHash: tree.leaves[index]!, root: rootAt[size]!, proof }
        const holds = (change: object) => verifyInclusion(hash, { ...claim, ...change })
        const wrong = [
          holds({ proof: mutated(proof, b, c) }),
          holds({ proof: proof.slice(1) }),
          holds({ proof: proof.slice(0, -1) }),
          holds({ proof: [] }),
          holds({ proof: [...proof, rootAt[1]!] }),
          holds({ proof: [rootAt[1]!, ...proof] }),
          holds({ proof: [...proof, new Uint8Array(0)] }),
          holds({ index: (index + 1 + (b % (size - 1))) % size }),
          holds({ index: -1 }),
          holds({ index: index + 0.5 }),
          holds({ index: size }),
          holds({ index: index + 2 ** 32 }),
          holds({ size: size + 2 ** 32 }),
          holds({ leafHash: rootAt[1]!.map(byte => byte ^ 1) }),
          holds({ root: rootAt[size - 1]! }),
        ]
        expect(wrong).toEqual(wrong.map(() => false))
      }),
    )
  })

  it('is not given for a leaf that is not there, nor where a stored node is missing', async () => {
    await expect(inclusionProof(hash, tree.read, 5, 5)).rejects.toThrow(RangeError)
    await expect(inclusionProof(hash, tree.read, -1, 5)).rejects.toThrow(RangeError)
    await expect(inclusionProof(hash, tree.read, 0, most + 1)).rejects.toThrow('missing')
  })
})

describe('a consistency proof', () => {
  it('is PROOF of RFC 9162 and holds, for all pairs of trees', async () => {
    for (let size = 0; size <= most; size += 1)
      for (let first = 0; first <= size; first += 1) {
        const proof = await consistencyProof(hash, tree.read, first, size)
        const claim = { first: { size: first, root: rootAt[first]! }, second: { size, root: rootAt[size]! }, proof }
        if (!verifyConsistency(hash, claim)) expect.fail(`${first} to ${size}`)
      }
    const some = await consistencyProof(hash, tree.read, 77, 201)
    expect(some.map(hex)).toEqual(referenceConsistency(hash, 77, tree.leaves.slice(0, 201)).map(hex))
  }, 60_000)

  it('fails when anything about it is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: most }), fc.nat(), fc.nat(), fc.nat(), async (size, a, b, c) => {
        const first = 1 + (a % (size - 1))
        const proof = await consistencyProof(hash, tree.read, first, size)
        const claim = { first: { size: first, root: rootAt[first]! }, second: { size, root: rootAt[size]! }, proof }
        const holds = (change: object) => verifyConsistency(hash, { ...claim, ...change })
        const other = rootAt[1]!.map(byte => byte ^ 1)
        const wrong = [
          holds({ proof: mutated(proof, b, c) }),
          holds({ proof: proof.slice(1) }),
          holds({ proof: proof.slice(0, -1) }),
          holds({ proof: [] }),
          holds({ proof: [...proof, other] }),
          holds({ proof: [other, ...proof] }),
          holds({ first: { size: first, root: other } }),
          holds({ second: { size, root: other } }),
          holds({ first: { size: first + 2 ** 32, root: rootAt[first]! } }),
          holds({ second: { size: size + 2 ** 32, root: rootAt[size]! } }),
          holds({ first: claim.second, second: claim.first }),
          holds({ second: claim.first }),
        ]
        expect(wrong).toEqual(wrong.map(() => false))
      }),
    )
  })

  it('shows nothing more than equal roots for equal sizes, and nothing for the empty tree', async () => {
    const [empty, five] = [
      { size: 0, root: rootAt[0]! },
      { size: 5, root: rootAt[5]! },
    ]
    const holds = (first: typeof five, second: typeof five, proof: Uint8Array[] = []) =>
      verifyConsistency(hash, { first, second, proof })
    expect([holds(five, five), holds(empty, five), holds(empty, empty)]).toEqual([true, true, true])
    const lied = { size: 5, root: rootAt[4]! }
    expect([holds(five, lied), holds({ ...empty, root: rootAt[1]! }, five), holds(five, five, [rootAt[1]!])]).toEqual([
      false,
      false,
      false,
    ])
    await expect(consistencyProof(hash, tree.read, 6, 5)).rejects.toThrow(RangeError)
  })
})

/** One bit of one hash turned. */
const mutated = (proof: readonly Uint8Array[], which: number, bit: number): Uint8Array[] =>
  proof.map((each, n) =>
    n === which % proof.length
      ? each.map((byte, at) => (at === (bit >> 3) % 32 ? byte ^ (1 << (bit & 7)) : byte))
      : each,
  )
