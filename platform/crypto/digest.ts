import { createHmac, hash } from 'node:crypto'

/** Hash functions with 32 bytes of output, by the name that stands beside every stored value. */
export type DigestName = 'SHA-256' | 'SM3'

const inNode: Record<DigestName, string> = { 'SHA-256': 'sha256', SM3: 'sm3' }

/** SHA-256 (FIPS 180-4) or SM3 (GB/T 32905-2016) of bytes, or of a text's UTF-8. */
export const digest = (name: DigestName, data: Uint8Array | string): Buffer => hash(inNode[name], data, 'buffer')

/** HMAC (RFC 2104, GB/T 15852.2): a hash that only who holds the key can make, as for a normalised phone number. */
export const keyedDigest = (name: DigestName, key: Uint8Array, data: Uint8Array | string): Buffer =>
  createHmac(inNode[name], key).update(data).digest()
