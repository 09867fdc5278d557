import { createPublicKey, hash, verify } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import type { LogKey } from './document.ts'

/** A signed note (c2sp.org/signed-note) with one signature line. */
export type Note = { lines: string[]; text: string; name: string; keyId: Buffer; signature: Buffer }

const signatureLine = /^— ([^ +]+) ([A-Za-z0-9+/]+={0,2})$/

/** Undefined where it is not of the form. */
export const readNote = (note: string): Note | undefined => {
  const parts = note.split('\n\n')
  const [body, tail] = parts
  if (parts.length !== 2 || !body || !tail?.endsWith('\n')) return undefined
  const [, name, encoded] = signatureLine.exec(tail.slice(0, -1)) ?? []
  const bytes = Buffer.from(encoded ?? '', 'base64')
  if (!name || bytes.toString('base64') !== encoded) return undefined
  return { lines: body.split('\n'), text: `${body}\n`, name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** Whether the note is signed by the log's key, and says so. */
export const isSignedBy = ({ name, keyId, text, signature }: Note, log: LogKey): boolean => {
  const key = Buffer.from(log.key, 'base64url')
  const type = log.algorithm === 'sm2' ? Buffer.from('\xffSM2', 'latin1') : Buffer.of(1)
  const expected = hash('sha256', Buffer.concat([Buffer.from(`${log.name}\n`), type, key]), 'buffer').subarray(0, 4)
  if (name !== log.name || !keyId.equals(expected) || signature.length !== 64) return false
  try {
    return log.algorithm === 'sm2' ? bySm2(key, text, signature) : byEd25519(key, text, signature)
  } catch {
    return false
  }
}

/** SPKI of an Ed25519 key before its 32 bytes (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

const byEd25519 = (key: Buffer, text: string, signature: Buffer): boolean =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey({ key: Buffer.concat([spkiHead, key]), format: 'der', type: 'spki' }),
    signature,
  )

const bySm2 = (key: Buffer, text: string, signature: Buffer): boolean => {
  const publicKey = key.toString('hex')
  const options = { hash: true, publicKey, userId: '1234567812345678' }
  return sm2.doVerifySignature(Buffer.from(text), signature.toString('hex'), publicKey, options)
}

/** A tree head: a checkpoint (c2sp.org/tlog-checkpoint) with its time. */
export type Head = { size: number; root: string; time: string }

/** What a head says; undefined where it is none of this election. */
export const readHead = ({ lines }: Note, fingerprint: string): Head | undefined => {
  const [origin, size, root, time, ...more] = lines
  const sound =
    origin === `shishi-ballot/1/${fingerprint}` &&
    /^[1-9]\d{0,9}$/.test(size ?? '') &&
    isRoot(root) &&
    /^time \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time ?? '') &&
    more.length === 0
  return sound ? { size: Number(size), root: root!, time: time!.slice(5) } : undefined
}

/** What a receipt's promise says; undefined where it is none of this election. */
export const readPromise = ({ lines }: Note, fingerprint: string): Omit<Head, 'time'> | undefined => {
  const [origin, size, root, ...more] = lines
  const sound =
    origin === `shishi-ballot/1/${fingerprint}/promise` &&
    /^[1-9]\d{0,9}$/.test(size ?? '') &&
    isRoot(root) &&
    more.length === 0
  return sound ? { size: Number(size), root: root! } : undefined
}

const isRoot = (text: string | undefined): boolean => /^[A-Za-z0-9+/]{43}=$/.test(text ?? '')
