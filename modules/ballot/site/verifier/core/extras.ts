import { fromHex, hex, isHash, utf8 } from '../crypto/bytes.ts'
import { digestOf } from '../crypto/digest.ts'
import { canonical } from './canonical.ts'
import type { ElectionDocument } from './document.ts'
import type { FaultList } from './faults.ts'
import { isLeaf } from './leaf.ts'
import { type Head, readHead, readPromise } from './note.ts'
import { exactly, isCount, isText, list, matches } from './shape.ts'
import { leafHash, rootByProof } from './tree.ts'

export type Known = { document: ElectionDocument; fingerprint: string; faults: FaultList }

export type Receipt = {
  fingerprint: string
  number: string
  leaf: unknown
  promise: { note: string; size: number; index: number; path: string[] }
}

const isReceiptShape = exactly({
  fingerprint: isHash,
  number: matches(/^[0-9A-HJKMNP-TV-Z]{20}$/),
  leaf: isLeaf,
  promise: exactly({ note: isText, size: isCount, index: isCount, path: list(isHash) }),
})
export const isReceipt = (value: unknown): value is Receipt => isReceiptShape(value)

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first hundred bits of a hash, five a character. */
export const numberOf = (hash: string): string => {
  const bits = [...hash.slice(0, 25)].map(digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map(five => digits[Number.parseInt(five, 2)]).join('')
}

/** B18. @returns the hash of its leaf, to be looked for in the log */
export const receiptLeaf = ({ document, fingerprint, faults }: Known, receipt: Receipt): string => {
  const fail = (what: string) => faults.add({ rule: 'B18', where: `回执${receipt.number}`, what })
  const digest = digestOf(document.hash)
  const hash = leafHash(digest, utf8(canonical(receipt.leaf)))
  const { note, size, index, path } = receipt.promise
  const promise = readPromise(document.log, fingerprint, note)
  const root = rootByProof(digest, hash, { index, size, path: path.map(fromHex) })
  if (receipt.fingerprint !== fingerprint) fail('是另一次评议的回执')
  if (numberOf(hex(hash)) !== receipt.number) fail('受理号与内容不符')
  if (!promise) fail('承诺的签名不成立')
  else if (promise.size !== size || !root || hex(root) !== hex(promise.root)) fail('承诺里的证明不成立')
  return hex(hash)
}

/** A signed head of this election: its size and root. */
export const readHeadOf = ({ document, fingerprint }: Known, note: string) => {
  const head = readHead(document.log, fingerprint, note)
  return head && { size: head.size, root: hex(head.root) }
}

/** B20: what a witness was sent as the last head. */
export const checkWitness = (known: Known, note: string, last: Head | undefined): void => {
  const head = readHead(known.document.log, known.fingerprint, note)
  if (!head) known.faults.add({ rule: 'B20', where: '见证单位的树头', what: '签名或格式不成立' })
  else if (note !== last?.note)
    known.faults.add({ rule: 'B20', where: '见证单位的树头', what: '与这份记录的最后一个树头不同' })
}

/** A note as it was kept: line ends of Windows and blank lines around it do not matter. */
export const tidyNote = (text: string): string => `${text.replace(/\r\n/g, '\n').trim()}\n`
