import { constants, createPrivateKey, sign } from 'node:crypto'
import {
  blindSigner,
  credentialVerifier,
  type DigestName,
  digest,
  keyedDigest,
  type SignatureName,
  type Signer,
  signerOf,
  type TreeHash,
  treeHash,
} from '#platform/crypto/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { ElectionDocument, Mode } from '../shared/index.ts'
import { openSecrets } from './secrets.ts'

/** A frozen election with its keys ready. Nothing in it can change, so every process may keep it in memory. */
export type Frozen = {
  id: number
  fingerprint: string
  text: string
  document: ElectionDocument
  hash: DigestName
  tree: TreeHash
  /** Whether a credential is a signature over the serial; undefined where there is no such key. */
  verifierOf: (group: string, mode: Mode) => ReturnType<typeof credentialVerifier> | undefined
  /** Signs what a voter's browser blinded, or in mode `plain` the serial itself. @throws NotBlinded */
  issuerOf: (group: string, mode: Mode) => ((input: Uint8Array) => Uint8Array) | undefined
  signer: Signer
  /** HMAC under the election's own key; `kind` parts what must not be compared. */
  mac: (kind: string, text: string) => Buffer
}

type Row = { id: number; fingerprint: string; document: string; secrets: Buffer }

const byFingerprint = new Map<string, Frozen>()
const bySlug = new WeakMap<Db, Map<string, { frozen: Frozen; until: number }>>()

/** Milliseconds for which an address is believed to mean the same election: a demo that starts over makes another. */
const believed = 5000

const hashNames = { sha256: 'SHA-256', sm3: 'SM3' } as const
const signatureNames: Record<ElectionDocument['log']['algorithm'], SignatureName> = { ed25519: 'Ed25519', sm2: 'SM2' }
const bytes = (text: string) => Buffer.from(text, 'base64url')

/** The election of a page's address, mostly without a query; undefined before the freeze. */
export const frozenBySlug = async (db: Db, slug: string): Promise<Frozen | undefined> => {
  const known = bySlug.get(db)?.get(slug)
  if (known && known.until > Date.now()) return known.frozen
  const frozen = await read(db, sql`slug = ${slug}`)
  const slugs = bySlug.get(db) ?? bySlug.set(db, new Map()).get(db)!
  if (frozen) slugs.set(slug, { frozen, until: Date.now() + believed })
  return frozen
}

/** @throws Error for an election that is not frozen */
export const frozenById = async (db: Db, id: number): Promise<Frozen> => {
  const found = await read(db, sql`id = ${id}`)
  if (!found) throw new Error(`election ${id} is not frozen`)
  return found
}

const read = async (db: Db, where: ReturnType<typeof sql>): Promise<Frozen | undefined> => {
  const { rows } = await sql<Pick<Row, 'id' | 'fingerprint'>>`
    select id, fingerprint from ballot.election where state <> 'draft' and ${where}`.execute(db)
  if (!rows[0]) return undefined
  const known = byFingerprint.get(rows[0].fingerprint)
  if (known?.id === rows[0].id) return known
  const full = await sql<Row>`
    select id, fingerprint, document, secrets from ballot.election where id = ${rows[0].id}`.execute(db)
  const made = prepare(full.rows[0]!)
  byFingerprint.set(made.fingerprint, made)
  return made
}

export const hashNameOf = ({ hash }: Pick<ElectionDocument, 'hash'>): DigestName => hashNames[hash]

export const fingerprintOf = (hash: DigestName, documentText: string): string =>
  digest(hash, documentText).toString('hex')

/** The HMAC of an election from its key, which exists before the freeze for the census. */
export const macOf =
  (hashKey: string): Frozen['mac'] =>
  (kind, text) =>
    keyedDigest('SHA-256', bytes(hashKey), `${kind}\n${text}`)

/** RSASSA-PSS with SHA-384 and a salt of 48 bytes, as a blind signature is once it is unblinded. */
const plainSigner = (privateKey: Buffer) => {
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  return (serial: Uint8Array) => sign('sha384', serial, options)
}

const signers = { blind: blindSigner, plain: plainSigner }

const prepare = ({ id, fingerprint, document: text, secrets: sealed }: Row): Frozen => {
  const document = JSON.parse(text) as ElectionDocument
  const secrets = openSecrets(id, sealed)
  const hash = hashNameOf(document)
  const slot = (group: string, mode: Mode) =>
    document.keys.findIndex(each => each.group === group && each.mode === mode)
  const verifiers = document.keys.map(({ key }) => credentialVerifier(bytes(key)))
  const issuers = secrets.issuing.map((key, n) => signers[document.keys[n]!.mode](bytes(key)))
  return {
    id,
    fingerprint,
    text,
    document,
    hash,
    tree: treeHash(hash),
    verifierOf: (group, mode) => verifiers[slot(group, mode)],
    issuerOf: (group, mode) => issuers[slot(group, mode)],
    signer: signerOf({
      algorithm: signatureNames[document.log.algorithm],
      publicKey: bytes(document.log.key),
      privateKey: bytes(secrets.log),
    }),
    mac: macOf(secrets.hash),
  }
}
