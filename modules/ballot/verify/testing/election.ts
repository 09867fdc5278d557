import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { canonicalJson, digest, generateSigningKey, type Signer, signerOf } from '#platform/crypto/index.ts'
import type { ElectionDocument } from '../../shared/index.ts'

/** What an election made up for a test or a benchmark looks like. */
export type Sketch = {
  hash?: 'sha256' | 'sm3'
  algorithm?: 'ed25519' | 'sm2'
  groups: number
  categories: { candidates: number; min: number; max: number; blank: boolean }[]
  changes: number
}

export type MadeElection = {
  document: ElectionDocument
  fingerprint: string
  /** Private issuing keys, in the order of document.keys. */
  issuing: KeyObject[]
  log: Signer
}

/** Issuing keys take a while to make; made-up elections share them. */
const issuingKeys: KeyObject[] = []
const issuingKey = (n: number): KeyObject => {
  while (issuingKeys.length <= n) issuingKeys.push(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
  return issuingKeys[n]!
}

const spki = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url')

export const digestOf = (document: Pick<ElectionDocument, 'hash'>) =>
  document.hash === 'sm3' ? ('SM3' as const) : ('SHA-256' as const)

const categoriesOf = (sketch: Sketch): ElectionDocument['categories'] => {
  let no = 0
  return sketch.categories.map(({ candidates, min, max, blank }, at) => ({
    key: `category-${at + 1}`,
    name: `第${at + 1}类`,
    min,
    max,
    blank,
    candidates: Array.from({ length: candidates }, () => {
      no += 1
      return { no, name: `候选${no}`, unit: '某单位', summary: '', deeds: '', picture: null }
    }),
  }))
}

/** A frozen election with keys of its own. */
export const makeElection = (sketch: Sketch): MadeElection => {
  const algorithm = sketch.algorithm ?? 'ed25519'
  const log = signerOf(generateSigningKey(algorithm === 'sm2' ? 'SM2' : 'Ed25519'))
  const groups = Array.from({ length: sketch.groups }, (_, n) => ({ key: `group-${n + 1}`, name: `第${n + 1}组` }))
  const slots = groups.flatMap(({ key }) => [
    { group: key, mode: 'blind' as const },
    { group: key, mode: 'plain' as const },
  ])
  const issuing = slots.map((_, n) => issuingKey(n))
  const document: ElectionDocument = {
    format: 'shishi-ballot/1',
    id: 'made-up',
    title: '网上评议（试算）',
    organiser: '组织部',
    effect: '征求意见',
    hash: sketch.hash ?? 'sha256',
    opensAt: '2017-04-20T00:00:30Z',
    closesAt: '2017-04-27T10:00:00Z',
    groups,
    categories: categoriesOf(sketch),
    order: 'official',
    changes: sketch.changes,
    eligibility: { census: 'none', wechat: false, defaultGroup: 'group-1' },
    voidReasons: [
      { code: 'same-pattern', name: '同一时段内大量相同选票' },
      { code: 'number-range', name: '号段异常' },
    ],
    witnesses: ['纪检监察组'],
    keys: slots.map((slot, n) => ({ ...slot, key: spki(issuing[n]!) })),
    log: { name: 'made-up-log', algorithm, key: Buffer.from(log.publicKey).toString('base64url') },
  }
  return { document, fingerprint: fingerprintOf(document), issuing, log }
}

export const fingerprintOf = (document: ElectionDocument): string =>
  digest(digestOf(document), canonicalJson(document)).toString('hex')
