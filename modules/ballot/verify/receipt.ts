import type { ElectionDocument } from './document.ts'
import { isSignedBy, readNote, readPromise } from './note.ts'
import { isCount, isHash, isObject, isPositive, isText, listOf, members } from './shape.ts'
import { canonical } from './text.ts'
import { leafHash, rootByPath } from './tree.ts'

export type Receipt = {
  fingerprint: string
  number: string
  leaf: Record<string, unknown>
  promise: { note: string; size: number; index: number; path: string[] }
}

const isReceipt = members({
  fingerprint: isHash,
  number: isText,
  leaf: isObject,
  promise: members({ note: isText, size: isPositive, index: isCount, path: listOf(isHash, 0, 64) }),
})

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first 100 bits of a leaf's hash in Crockford's base 32. */
const numberOf = (hash: Buffer): string => {
  const bits = BigInt(`0x${hash.toString('hex')}`) >> 156n
  return Array.from({ length: 20 }, (_, n) => digits[Number((bits >> BigInt(5 * (19 - n))) & 31n)]).join('')
}

/** What a receipt is good for (B18): the hash of the leaf that was promised, and what is wrong with the promise. */
export const readReceipt = (
  value: unknown,
  document: ElectionDocument,
  fingerprint: string,
): { leafHash?: Buffer; flaws: string[] } => {
  if (!isReceipt(value)) return { flaws: ['回执的格式不对。'] }
  const { number, leaf, promise, ...receipt } = value as Receipt
  if (receipt.fingerprint !== fingerprint) return { flaws: ['回执属于另一次选举。'] }
  const hash = leafHash(document.hash, canonical(leaf))
  const note = readNote(promise.note)
  const promised = note && readPromise(note, fingerprint)
  const path = promise.path.map(each => Buffer.from(each, 'hex'))
  const root = rootByPath(document.hash, hash, promise.index, promise.size, path)
  const checks: [boolean, string][] = [
    [number === numberOf(hash), '受理号与选票条目不符。'],
    [promised !== undefined && isSignedBy(note!, document.log), '回执不是日志密钥所签。'],
    [promised?.size === promise.size && promised.root === base64(root), '回执的证明与所签的树根不符。'],
  ]
  return { leafHash: hash, flaws: checks.flatMap(([sound, message]) => (sound ? [] : [message])) }
}

const base64 = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('base64')
