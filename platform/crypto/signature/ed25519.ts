import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { SignatureScheme } from './scheme.ts'

/** What stands before the 32 bytes of the key in PKCS #8 and in SPKI (RFC 8410 §4, §7). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** Ed25519 of RFC 8032, by OpenSSL. */
export const ed25519: SignatureScheme = {
  generate: () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    return {
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privateHead.length),
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(publicHead.length),
    }
  },
  signer: ({ privateKey }) => {
    const der = Buffer.concat([privateHead, privateKey])
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    return message => sign(null, message, key)
  },
  verify: (publicKey, message, signature) => {
    const der = Buffer.concat([publicHead, publicKey])
    return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
  },
}
