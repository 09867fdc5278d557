import { createPrivateKey, createPublicKey } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { describe, expect, it } from 'vitest'
import { blindSigner, credentialVerifier, generateIssuingKey, NotBlinded } from './index.ts'
import vector from './testing/rfc9474.json' with { type: 'json' }

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex')

/** The key of the vector, as it would be stored. */
const published = () => {
  const { n, e, d, p, q, dp, dq, qi } = vector
  const members = Object.entries({ n, e, d, p, q, dp, dq, qi }).map(([name, value]) => [
    name,
    bytes(value).toString('base64url'),
  ])
  const key = createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(members) }, format: 'jwk' })
  return {
    privateKey: key.export({ format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }),
  }
}

/** The voter's side, as the browser has it: WebCrypto and the library. */
const voter = async (publicKey: Uint8Array) => {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const key = await crypto.subtle.importKey('spki', Buffer.from(publicKey), algorithm, true, ['verify'])
  const suite = RSABSSA.SHA384.PSS.Deterministic()
  return {
    blind: (message: Uint8Array) => suite.blind(key, message),
    finalize: (message: Uint8Array, signed: Uint8Array, inverse: Uint8Array) =>
      suite.finalize(key, message, signed, inverse),
  }
}

const issuing = await generateIssuingKey()
const message = Buffer.from('serial of a ballot, 256 random bits')

describe('a blind signature', () => {
  it('is that of RFC 9474', async () => {
    const { privateKey, publicKey } = published()
    const signed = blindSigner(privateKey)(bytes(vector.blinded_msg))
    expect(hex(signed)).toBe(vector.blind_sig)
    const finished = await (await voter(publicKey)).finalize(bytes(vector.msg), signed, bytes(vector.inv))
    expect(hex(finished)).toBe(vector.sig)
    expect(credentialVerifier(publicKey)(bytes(vector.msg), finished)).toBe(true)
  })

  it('becomes a credential that the issuer has never seen', async () => {
    const { blind, finalize } = await voter(issuing.publicKey)
    const { blindedMsg, inv } = await blind(message)
    const signed = blindSigner(issuing.privateKey)(blindedMsg)
    const credential = await finalize(message, signed, inv)
    expect(hex(credential)).not.toBe(hex(signed))
    expect(credentialVerifier(issuing.publicKey)(message, credential)).toBe(true)
  })

  it('is the same for the same blinded request, so that a lost answer can be asked for again', async () => {
    const { blindedMsg } = await (await voter(issuing.publicKey)).blind(message)
    const sign = blindSigner(issuing.privateKey)
    expect(sign(blindedMsg)).toEqual(sign(blindedMsg))
  })

  it('is refused for what is no number below the modulus', () => {
    const sign = blindSigner(issuing.privateKey)
    const malformed = [Buffer.alloc(0), Buffer.alloc(255, 1), Buffer.alloc(257), Buffer.alloc(256, 255)]
    for (const each of malformed) expect(() => sign(each)).toThrow(NotBlinded)
  })
})

describe('a credential', () => {
  it('does not hold for another message or another issuer, nor cut, lengthened, turned or empty', async () => {
    const { blind, finalize } = await voter(issuing.publicKey)
    const { blindedMsg, inv } = await blind(message)
    const credential = await finalize(message, blindSigner(issuing.privateKey)(blindedMsg), inv)
    const verify = credentialVerifier(issuing.publicKey)
    const turned = Buffer.from(credential)
    turned[7]! ^= 1
    const wrong = [turned, credential.subarray(1), Buffer.concat([Buffer.alloc(1), credential]), Buffer.alloc(0)]
    expect(wrong.map(each => verify(message, each))).toEqual(wrong.map(() => false))
    expect(verify(Buffer.from('another serial'), credential)).toBe(false)
    expect(credentialVerifier((await generateIssuingKey()).publicKey)(message, credential)).toBe(false)
  })
})
