import { sha384 } from '@noble/hashes/sha2.js'
import { fromHex, hex, join } from './bytes.ts'

export type RsaKey = { n: bigint; e: bigint; bits: number }

/** Reads one DER element of a tag. @returns its content and what follows */
const element = (der: Uint8Array, tag: number): { content: Uint8Array; rest: Uint8Array } => {
  const first = der[1] ?? 0
  const wide = first > 0x80 ? first - 0x80 : 0
  let length = wide ? 0 : first
  for (let at = 0; at < wide; at += 1) length = length * 256 + der[2 + at]!
  const end = 2 + wide + length
  if (der[0] !== tag || first === 0x80 || end > der.length) throw new Error('DER')
  return { content: der.subarray(2 + wide, end), rest: der.subarray(end) }
}

const [SEQUENCE, INTEGER, BIT_STRING] = [0x30, 0x02, 0x03]
/** AlgorithmIdentifier of rsaEncryption, 1.2.840.113549.1.1.1 with NULL. */
const rsaEncryption = '06092a864886f70d0101010500'

/** A SubjectPublicKeyInfo, RFC 8017 appendix A.1.1; undefined when it is none. */
export const readRsaKey = (spki: Uint8Array): RsaKey | undefined => {
  try {
    const outer = element(spki, SEQUENCE)
    const algorithm = element(outer.content, SEQUENCE)
    const string = element(algorithm.rest, BIT_STRING)
    const pair = element(string.content.subarray(1), SEQUENCE)
    const modulus = element(pair.content, INTEGER)
    const exponent = element(modulus.rest, INTEGER)
    const tail = outer.rest.length + string.rest.length + pair.rest.length + exponent.rest.length
    if (hex(algorithm.content) !== rsaEncryption || string.content[0] !== 0 || tail > 0) return undefined
    const n = BigInt(`0x${hex(modulus.content)}`)
    return { n, e: BigInt(`0x${hex(exponent.content)}`), bits: n.toString(2).length }
  } catch {
    return undefined
  }
}

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let [result, factor] = [1n, base]
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus
    if (left > 1n) factor = (factor * factor) % modulus
  }
  return result
}

const hashLength = 48
const saltLength = 48

const mask = (seed: Uint8Array, length: number): Uint8Array => {
  const blocks = Array.from({ length: Math.ceil(length / hashLength) }, (_, n) =>
    sha384(join(seed, Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n))),
  )
  return join(...blocks).subarray(0, length)
}

/** EMSA-PSS-VERIFY, RFC 8017 §9.1.2, with SHA-384, MGF1 and a salt of 48 bytes. */
const fitsPss = (message: Uint8Array, encoded: Uint8Array, bits: number): boolean => {
  if (encoded.length < hashLength + saltLength + 2 || encoded[encoded.length - 1] !== 0xbc) return false
  const hidden = encoded.subarray(0, encoded.length - hashLength - 1)
  const hash = encoded.subarray(hidden.length, hidden.length + hashLength)
  const spare = 0xff >> (8 * encoded.length - bits)
  if (hidden[0]! & ~spare) return false
  const block = mask(hash, hidden.length).map((byte, at) => byte ^ hidden[at]!)
  block[0]! &= spare
  const zeros = block.length - saltLength - 1
  if (block[zeros] !== 1 || block.subarray(0, zeros).some(byte => byte !== 0)) return false
  const again = sha384(join(new Uint8Array(8), sha384(message), block.subarray(zeros + 1)))
  return again.every((byte, at) => byte === hash[at])
}

/** RSASSA-PSS-VERIFY, RFC 8017 §8.1.2, without any help of the browser. */
export const verifyPss = ({ n, e, bits }: RsaKey, message: Uint8Array, signature: Uint8Array): boolean => {
  if (signature.length !== Math.ceil(bits / 8)) return false
  const value = BigInt(`0x${hex(signature)}`)
  if (value >= n) return false
  const length = Math.ceil((bits - 1) / 8)
  const text = power(value, e, n).toString(16)
  return text.length <= 2 * length && fitsPss(message, fromHex(text.padStart(2 * length, '0')), bits - 1)
}
