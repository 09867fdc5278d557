import { readRsaKey, verifyPss } from './rsa.ts'

/** Whether a credential signs a serial. */
export type CheckCredential = (serial: Uint8Array, credential: Uint8Array) => Promise<boolean>

const pss = { name: 'RSA-PSS', hash: 'SHA-384' }

/** The browser's own RSA is some ten times as fast; it is missing where a page is not trusted with cryptography. */
export const credentialChecker = async (spki: Uint8Array): Promise<CheckCredential | undefined> => {
  const key = readRsaKey(spki)
  if (!key) return undefined
  const length = Math.ceil(key.bits / 8)
  const subtle = globalThis.crypto?.subtle
  const native = await subtle?.importKey('spki', spki as BufferSource, pss, false, ['verify']).catch(() => undefined)
  if (!native) return async (serial, credential) => verifyPss(key, serial, credential)
  const options = { name: 'RSA-PSS', saltLength: 48 }
  return async (serial, credential) =>
    credential.length === length &&
    subtle.verify(options, native, credential as BufferSource, serial as BufferSource).catch(() => false)
}
