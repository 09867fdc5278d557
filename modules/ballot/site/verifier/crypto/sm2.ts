import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { fromHex, hex, join, utf8 } from './bytes.ts'
import { sm3 } from './sm3.ts'

/** The curve of GM/T 0003.5-2012. */
const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
}
const Point = weierstrass(curve)
const bytes32 = (value: bigint) => fromHex(value.toString(16).padStart(64, '0'))
const number = (bytes: Uint8Array) => BigInt(`0x${hex(bytes)}`)

/** Z of GM/T 0003.2 §5.5 with the usual user id. */
const signerDigest = (key: Uint8Array): Uint8Array => {
  const id = utf8('1234567812345678')
  const fixed = [curve.a, curve.b, curve.Gx, curve.Gy].map(bytes32)
  return sm3(join(Uint8Array.of(0, id.length * 8), id, ...fixed, key.subarray(1)))
}

/**
 * Whether r ‖ s signs the message, GM/T 0003.2 §7.1.
 * @param key 65 bytes, an uncompressed point
 */
export const verifySm2 = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  if (key.length !== 65 || key[0] !== 4 || signature.length !== 64) return false
  const { n } = curve
  const [r, s] = [number(signature.subarray(0, 32)), number(signature.subarray(32))]
  const t = (r + s) % n
  if (r <= 0n || r >= n || s <= 0n || s >= n || t === 0n) return false
  try {
    const point = Point.BASE.multiplyUnsafe(s).add(Point.fromBytes(key).multiplyUnsafe(t))
    const e = number(sm3(join(signerDigest(key), message)))
    return !point.is0() && (e + point.toAffine().x) % n === r
  } catch {
    return false
  }
}
