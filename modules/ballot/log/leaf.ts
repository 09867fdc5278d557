import { canonicalJson, type DigestName, digest, receiptCode, type TreeHash } from '#platform/crypto/index.ts'
import type { BallotLeaf, Choices, Leaf } from '../shared/index.ts'

/** `serial` of a ballot leaf: shows which ballots belong together and not whose serial it is. */
export const serialCommitment = (hash: DigestName, serial: Uint8Array): string =>
  digest(hash, Buffer.concat([serialPrefix, serial])).toString('hex')

/** `choices` of a ballot leaf, from the canonical text of the choices. */
export const choicesCommitment = (hash: DigestName, salt: Uint8Array, choices: string): string =>
  digest(hash, Buffer.concat([choicesPrefix, salt, Buffer.from(choices)])).toString('hex')

const serialPrefix = Buffer.from('shishi-ballot/1 serial\n')
const choicesPrefix = Buffer.from('shishi-ballot/1 choices\n')

/** Whole numbers only, so that this is their canonical form. */
export const choicesText = (choices: Choices): string => JSON.stringify(choices)

export type StoredBallot = {
  serial: Buffer
  counter: number
  salt: Buffer
  choices: string
  /** Instant as the database gives it. */
  minute: string
}

/** 'YYYY-MM-DDTHH:MMZ' */
export const minuteOf = (instant: string): string => `${instant.slice(0, 16)}Z`

/** The leaf that a stored ballot makes, always the same. */
export const ballotLeaf = (hash: DigestName, fingerprint: string, ballot: StoredBallot): BallotLeaf => ({
  election: fingerprint,
  kind: 'ballot',
  minute: minuteOf(ballot.minute),
  serial: serialCommitment(hash, ballot.serial),
  counter: ballot.counter,
  choices: choicesCommitment(hash, ballot.salt, ballot.choices),
})

export const leafText = (leaf: Leaf): string => canonicalJson(leaf)

export const leafHash = (tree: TreeHash, text: string): Buffer => Buffer.from(tree.leaf(Buffer.from(text)))

/** 受理号 */
export const receiptNumber = (hash: Uint8Array): string => receiptCode(hash)
