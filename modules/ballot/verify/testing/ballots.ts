import { constants, type KeyObject, randomBytes, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { canonicalJson, digest } from '#platform/crypto/index.ts'
import type { Leaf, Opening } from '../../shared/index.ts'
import { digestOf, type MadeElection } from './election.ts'

export type Voter = { group: string; mode: 'blind' | 'plain'; serial: Buffer; credential: string }
export type Entry = { leaf: Leaf; opening?: Opening }

/** A finished credential is an ordinary signature, so the issuer's key makes one without blinding. */
export const credentialFor = async (key: KeyObject, serial: Buffer): Promise<string> => {
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  return (await promisify(sign)('sha384', serial, options)).toString('base64url')
}

/** A voter with the key of that place in the document. */
export const makeVoter = async ({ document, issuing }: MadeElection, keyAt: number): Promise<Voter> => {
  const { group, mode } = document.keys[keyAt]!
  const serial = randomBytes(32)
  return { group, mode, serial, credential: await credentialFor(issuing[keyAt]!, serial) }
}

/** A ballot as it stands in the log, with its opening. */
export const ballotEntry = (
  { document, fingerprint }: MadeElection,
  voter: Voter,
  cast: { counter: number; choices: number[][]; minute?: string },
): Required<Entry> => {
  const salt = randomBytes(32)
  const hash = (label: string, ...parts: Uint8Array[]) =>
    digest(digestOf(document), Buffer.concat([Buffer.from(`shishi-ballot/1 ${label}\n`), ...parts])).toString('hex')
  const { counter, choices, minute = '2017-04-21T08:00Z' } = cast
  return {
    leaf: {
      election: fingerprint,
      kind: 'ballot',
      minute,
      serial: hash('serial', voter.serial),
      counter,
      choices: hash('choices', salt, Buffer.from(canonicalJson(choices))),
    },
    opening: {
      choices,
      credential: voter.credential,
      group: voter.group,
      mode: voter.mode,
      salt: salt.toString('hex'),
      serial: voter.serial.toString('hex'),
    },
  }
}
