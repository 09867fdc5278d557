import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, fromBase64url, join, same, utf8 } from '../crypto/bytes.ts'
import { verifySm2 } from '../crypto/sm2.ts'
import type { ElectionDocument } from './document.ts'

type LogKey = ElectionDocument['log']

const typeOf = { ed25519: Uint8Array.of(1), sm2: join(Uint8Array.of(0xff), utf8('SM2')) }

const signs = ({ algorithm }: LogKey, key: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean => {
  if (algorithm === 'sm2') return verifySm2(key, text, signature)
  try {
    return ed25519.verify(signature, text, key, { zip215: false })
  } catch {
    return false
  }
}

const shape = /^((?:[^\n]+\n)+)\n— ([^\s+]+) ([A-Za-z0-9+/=]+)\n$/u

/** The lines that a note says, when the log's key signed them (c2sp.org/signed-note); else undefined. */
export const readNote = (log: LogKey, note: string): string[] | undefined => {
  const [, text, name, signed] = shape.exec(note) ?? []
  const key = fromBase64url(log.key)
  const bytes = signed === undefined ? undefined : fromBase64(signed)
  if (!text || !key || !bytes || name !== log.name) return undefined
  const id = sha256(join(utf8(`${name}\n`), typeOf[log.algorithm], key)).subarray(0, 4)
  if (!same(bytes.subarray(0, 4), id) || !signs(log, key, utf8(text), bytes.subarray(4))) return undefined
  return text.split('\n').slice(0, -1)
}

const count = /^(0|[1-9]\d{0,15})$/
const time = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/

export type Head = { size: number; root: Uint8Array; time: string; note: string }

/** A signed head of this election; undefined when it is none. */
export const readHead = (log: LogKey, fingerprint: string, note: string): Head | undefined => {
  const [origin, size = '', root = '', at = '', ...more] = readNote(log, note) ?? []
  const bytes = fromBase64(root)
  const instant = time.exec(at)?.[1]
  if (origin !== `shishi-ballot/1/${fingerprint}` || more.length > 0 || !count.test(size)) return undefined
  return bytes?.length === 32 && instant ? { size: Number(size), root: bytes, time: instant, note } : undefined
}

/** A signed promise of this election. */
export const readPromise = (log: LogKey, fingerprint: string, note: string) => {
  const [origin, size = '', root = '', ...more] = readNote(log, note) ?? []
  const bytes = fromBase64(root)
  if (origin !== `shishi-ballot/1/${fingerprint}/promise` || more.length > 0 || !count.test(size)) return undefined
  return bytes?.length === 32 ? { size: Number(size), root: bytes } : undefined
}
