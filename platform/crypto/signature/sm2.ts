import { sm2 as library } from 'sm-crypto-v2'
import type { SignatureScheme } from './scheme.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Buffer => Buffer.from(text, 'hex')

/** GB/T 32918.2: SM3 over Z_A and the message, with the identifier that GM/T 0009 §10 gives where none is agreed. */
const withIdentity = (publicKey: string) => ({ hash: true, publicKey, userId: '1234567812345678' })

/** 64 bytes r ‖ s. */
const signatureLength = 64

/**
 * SM2 with SM3 (GB/T 32918-2016), in JavaScript: some 2,000 signatures and 200 checks a second, and no certified
 * module. OpenSSL's own SM2 is not used: Node cannot tell it the identifier that Z_A needs.
 */
export const sm2: SignatureScheme = {
  generate: () => {
    const pair = library.generateKeyPairHex()
    return { publicKey: bytes(pair.publicKey), privateKey: bytes(pair.privateKey) }
  },
  signer: key => {
    const [secret, options] = [hex(key.privateKey), withIdentity(hex(key.publicKey))]
    return message => bytes(library.doSignature(message, secret, options))
  },
  verify: (publicKey, message, signature) => {
    const key = hex(publicKey)
    if (signature.length !== signatureLength || publicKey[0] !== 4 || !library.verifyPublicKey(key)) return false
    return library.doVerifySignature(message, hex(signature), key, withIdentity(key))
  },
}
