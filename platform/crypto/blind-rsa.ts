import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'

/**
 * RSABSSA-SHA384-PSS-Deterministic of RFC 9474: the voter blinds, the server signs without seeing what, the voter
 * unblinds. “Deterministic” says that the message is signed as it is (§5: fit for messages of high entropy); what is
 * signed here holds a random serial of 256 bits, so a random prefix would protect nothing.
 */
export const blindSignatureName = 'RSABSSA-SHA384-PSS-Deterministic'

/** RFC 9474 §5: the salt is as long as the hash. */
const saltLength = 48

/** A key that issues credentials: DER in PKCS #8 and SPKI (rsaEncryption, which browsers import). */
export type IssuingKey = { publicKey: Uint8Array; privateKey: Uint8Array }

/** @param bits of the modulus; 2048 suffices for a key that lives as long as one election */
export const generateIssuingKey = async (bits = 2048): Promise<IssuingKey> => {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: bits,
    publicExponent: 0x10001,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return { publicKey, privateKey }
}

/** What came to be signed is no number below the modulus in as many bytes as the modulus has. */
export class NotBlinded extends Error {}

const bytesOf = (key: KeyObject): number => key.asymmetricKeyDetails!.modulusLength! / 8

const raw = (key: KeyObject) => ({ key, padding: constants.RSA_NO_PADDING })

/**
 * BlindSign of RFC 9474 §4.3. OpenSSL raises to the private exponent with blinding of its own, in constant time; the
 * result is checked before it leaves, because a faulty one would give the key away (§7.1).
 * @throws NotBlinded for input of a wrong length or not below the modulus
 */
export const blindSigner = (privateKeyDer: Uint8Array) => {
  const secret = createPrivateKey({ key: Buffer.from(privateKeyDer), format: 'der', type: 'pkcs8' })
  const open = createPublicKey(secret)
  const modulus = Buffer.from(open.export({ format: 'jwk' }).n!, 'base64url')
  return (blinded: Uint8Array): Buffer => {
    if (blinded.length !== modulus.length || Buffer.compare(blinded, modulus) >= 0) throw new NotBlinded()
    const signed = privateDecrypt(raw(secret), blinded)
    if (!publicEncrypt(raw(open), signed).equals(blinded)) throw new Error('signing failure')
    return signed
  }
}

/**
 * Whether a finished credential is this issuer's signature on the message: plain RSASSA-PSS (RFC 8017 §8.1.2) with
 * SHA-384, MGF1 and a salt of 48 bytes, some 25 µs.
 */
export const credentialVerifier = (publicKeyDer: Uint8Array) => {
  const key = createPublicKey({ key: Buffer.from(publicKeyDer), format: 'der', type: 'spki' })
  const length = bytesOf(key)
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  return (message: Uint8Array, signature: Uint8Array): boolean =>
    signature.length === length && verify('sha384', message, options, signature)
}
