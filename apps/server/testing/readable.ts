import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { pdfPages } from '#kernel/documents/testing/pdf.ts'

const startsLike = (bytes: Uint8Array, mark: string) => strFromU8(bytes.subarray(0, mark.length), true) === mark

/** The words of an answer, those inside of PDFs, workbooks, Word files and packages of them included. */
export const readable = async (bytes: Uint8Array): Promise<string> => {
  if (startsLike(bytes, '%PDF-')) return pdfWords(bytes)
  if (!startsLike(bytes, 'PK')) return strFromU8(bytes)
  const entries = Object.entries(unzipSync(bytes)).map(readEntry)
  return (await Promise.all(entries)).join('\n')
}

const readEntry = async ([name, bytes]: [string, Uint8Array]): Promise<string> =>
  `${name} ${name.endsWith('.xml') ? strFromU8(bytes).replaceAll(/<[^>]+>/g, '') : await readable(bytes)}`

/** Equal documents give equal bytes, and many are given the same one. */
const read = new Map<string, Promise<string>>()

const pdfWords = (bytes: Uint8Array): Promise<string> => {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const words = read.get(hash) ?? pdfPages(bytes).then(pages => pages.map(({ text }) => text).join('\n'))
  read.set(hash, words)
  return words
}
