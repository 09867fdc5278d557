import { ed25519 } from './ed25519.ts'
import type { SignatureName, SignatureScheme, SigningKey } from './scheme.ts'
import { sm2 } from './sm2.ts'

export type { SignatureName, SigningKey } from './scheme.ts'

const schemes: Record<SignatureName, SignatureScheme> = { Ed25519: ed25519, SM2: sm2 }

/** Every scheme a configuration can name. */
export const signatureNames = Object.keys(schemes) as SignatureName[]

/** Makes a key pair. The algorithm's name is stored with the keys and with every signature. */
export const generateSigningKey = (algorithm: SignatureName): SigningKey => ({
  algorithm,
  ...schemes[algorithm].generate(),
})

/** A signer that keeps its key ready. Signatures are of 64 bytes under both schemes. */
export const signerOf = (key: SigningKey) => ({
  algorithm: key.algorithm,
  publicKey: key.publicKey,
  sign: schemes[key.algorithm].signer(key),
})
export type Signer = ReturnType<typeof signerOf>

/** What is claimed to be signed, as it was stored. */
export type Signed = {
  algorithm: SignatureName
  publicKey: Uint8Array
  message: Uint8Array
  signature: Uint8Array
}

/** Whether the signature holds; false for malformed keys and signatures as well. */
export const verifySignature = ({ algorithm, publicKey, message, signature }: Signed): boolean => {
  if (!Object.hasOwn(schemes, algorithm)) return false
  try {
    return schemes[algorithm].verify(publicKey, message, signature)
  } catch {
    return false
  }
}
