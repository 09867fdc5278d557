import { strFromU8, unzipSync } from 'fflate'

const startsLikeZip = ([p, k]: Uint8Array) => p === 0x50 && k === 0x4b

/** The words of an answer, those inside of workbooks, Word files and packages of them included. */
export const readable = (bytes: Uint8Array): string =>
  startsLikeZip(bytes) ? Object.entries(unzipSync(bytes)).map(readEntry).join('\n') : strFromU8(bytes)

const readEntry = ([name, bytes]: [string, Uint8Array]): string =>
  `${name} ${name.endsWith('.xml') ? strFromU8(bytes).replaceAll(/<[^>]+>/g, '') : readable(bytes)}`
