import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyedDigest } from '#platform/crypto/index.ts'

let sealingKey: Buffer | undefined

/** Tells at start the secret under which elections' private keys are stored: 32 bytes, the same in every process. */
export const useSealingKey = (secret: Buffer): void => {
  sealingKey = keyedDigest('SHA-256', secret, 'shishi ballot sealing')
}

const key = () => {
  if (!sealingKey) throw new Error('useSealingKey was not called')
  return sealingKey
}

const nonceLength = 12
const tagLength = 16

/** AES-256-GCM: nonce ‖ tag ‖ ciphertext. `about` is bound to it, so that sealed bytes open only where they belong. */
export const seal = (text: string, about: string): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws Error where the bytes, the key or what they are about is another */
export const unseal = (sealed: Buffer, about: string): string => {
  const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, nonceLength))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]).toString('utf8')
}
