import { describe, expect, it } from 'vitest'
import { generateSigningKey, type SignatureName, signatureNames, signerOf, verifySignature } from './index.ts'

const bytes = (hex: string) => Buffer.from(hex, 'hex')

/** RFC 8032 §7.1 test 2. */
const ed25519 = {
  algorithm: 'Ed25519' as const,
  privateKey: bytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  publicKey: bytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  message: bytes('72'),
  signature: bytes(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
}

/** emmansun/gmsm (MIT), sm2/sm2_dsa_test.go, identifier 1234567812345678. */
const sm2 = {
  algorithm: 'SM2' as const,
  publicKey: bytes(
    '04fd3a28928e18a51222848bfe3159f06bce7e16da18a9e2c4db7203f39a3e5b75aba43190c748cf46e25626a90a2fcab98cabc1c336d7cd6c88fdaa83f7da6c7f',
  ),
  message: Buffer.from('encryption standard encryption '),
  signature: bytes(
    '00cd0b56bf6be810032d28ff27d6f3468f1f1a09bcf8581f30a5de6692c85ea696ba29c086134af1be139dd572f2f2908f30e01fd0c28e06a687cbb0ff6e33ce',
  ),
}

describe('signatures', () => {
  it('agree with published ones', () => {
    expect(signerOf(ed25519).sign(ed25519.message)).toEqual(ed25519.signature)
    expect([verifySignature(ed25519), verifySignature(sm2)]).toEqual([true, true])
  })

  it.each(signatureNames)('of %s hold for their key and message only', algorithm => {
    const [key, other] = [generateSigningKey(algorithm), generateSigningKey(algorithm)]
    const message = Buffer.from('树头')
    const signed = { algorithm, publicKey: key.publicKey, message, signature: signerOf(key).sign(message) }
    const turned = Buffer.from(signed.signature)
    turned[40]! ^= 1
    expect(signed.signature).toHaveLength(64)
    expect(verifySignature(signed)).toBe(true)
    const wrong = [
      { message: Buffer.from('树根') },
      { publicKey: other.publicKey },
      { publicKey: key.publicKey.subarray(1) },
      { publicKey: Buffer.alloc(key.publicKey.length) },
      { signature: turned },
      { signature: signed.signature.subarray(0, 63) },
      { signature: Buffer.concat([signed.signature, Buffer.of(0)]) },
      { signature: Buffer.alloc(64) },
      { signature: Buffer.alloc(0) },
      { algorithm: signatureNames.find(name => name !== algorithm)! },
      { algorithm: 'toString' as SignatureName },
    ]
    expect(wrong.map(change => verifySignature({ ...signed, ...change }))).toEqual(wrong.map(() => false))
  })
})
