import { randomBytes } from 'node:crypto'
import { makeElection, makeVoter } from '#modules/ballot/verify/testing/index.ts'
import { credentialVerifier } from '#platform/crypto/index.ts'

let known: number | undefined

/** Seconds that one check of a credential takes on this machine. */
export const signatureSeconds = (): number => known ?? Number.NaN

/** Measures it once, before anything else runs. */
export const measureSignature = async (): Promise<void> => {
  const made = makeElection({ groups: 1, changes: 0, categories: [{ candidates: 1, min: 1, max: 1, blank: false }] })
  const { serial, credential } = await makeVoter(made, 0)
  const verify = credentialVerifier(Buffer.from(made.document.keys[0]!.key, 'base64url'))
  const signature = Buffer.from(credential, 'base64url')
  const times = 5000
  if (verify(randomBytes(32), signature) || !verify(serial, signature)) throw new Error('the check does not check')
  const begin = performance.now()
  for (let n = 0; n < times; n += 1) verify(serial, signature)
  known = (performance.now() - begin) / 1000 / times
}
