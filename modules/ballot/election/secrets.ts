import { randomBytes } from 'node:crypto'
import { generateIssuingKey, generateSigningKey } from '#platform/crypto/index.ts'
import { seal, unseal } from '../sealing.ts'
import { type ElectionDocument, modes, type Rules } from '../shared/index.ts'

/** What an election keeps to itself, in base64url: sealed in its row, opened in memory only. */
export type Secrets = {
  /** Key of every HMAC of this election: telephones, WeChat accounts, networks. */
  hash: string
  log: string
  /** Private issuing keys, in the order of the document's keys. */
  issuing: string[]
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Makes an election's keys and sets the public ones into its document. */
export const withKeys = async (
  rules: Rules,
  algorithm: ElectionDocument['log']['algorithm'],
): Promise<{ document: ElectionDocument; secrets: Omit<Secrets, 'hash'> }> => {
  const slots = rules.groups.flatMap(({ key }) => modes.map(mode => ({ group: key, mode })))
  const pairs = await Promise.all(slots.map(() => generateIssuingKey()))
  const log = generateSigningKey(algorithm === 'sm2' ? 'SM2' : 'Ed25519')
  return {
    document: {
      ...rules,
      format: 'shishi-ballot/1',
      keys: slots.map((slot, n) => ({ ...slot, key: text(pairs[n]!.publicKey) })),
      log: { name: rules.id, algorithm, key: text(log.publicKey) },
    },
    secrets: { log: text(log.privateKey), issuing: pairs.map(({ privateKey }) => text(privateKey)) },
  }
}

export const newHashKey = () => text(randomBytes(32))

/** Bound to the election's id, so that sealed keys cannot be moved to another row. */
const about = (electionId: number) => `election ${electionId}`

export const sealSecrets = (electionId: number, secrets: Partial<Secrets>): Buffer =>
  seal(JSON.stringify(secrets), about(electionId))

export const openSecrets = (electionId: number, sealed: Buffer): Secrets =>
  JSON.parse(unseal(sealed, about(electionId))) as Secrets
