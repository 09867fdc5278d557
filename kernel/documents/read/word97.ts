import cfb from 'cfb'
import { BadWord } from './bad-word.ts'

/** Word's mark at the head of the WordDocument stream, and the number of Word 97's format (MS-DOC 2.5.1). */
const WORD_MARK = 0xa5ec
const WORD_97 = 0x00c1
const ENCRYPTED = 0x0100

/** Fields that fetch something from elsewhere when the file is opened. */
const FETCHING = /INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|\bDDE /

/**
 * Checks that a compound file is a Word 97-2003 document and holds nothing that runs or fetches.
 * @throws BadWord
 */
export const inspectWord97 = (file: Buffer): void => {
  const container = open(file)
  const paths = container.FullPaths
  const has = (pattern: RegExp) => paths.some(path => pattern.test(path))
  if (has(/\/EncryptedPackage$/i)) throw new BadWord('encrypted')
  if (has(/\/(Workbook|Book)$/)) throw new BadWord('sheet')
  const stream = cfb.find(container, 'WordDocument')
  if (!stream) throw new BadWord('not-word')
  const head = Buffer.from(stream.content)
  if (head.length < 32 || head.readUInt16LE(0) !== WORD_MARK) throw new BadWord('broken')
  if (head.readUInt16LE(2) < WORD_97) throw new BadWord('older')
  if (head.readUInt16LE(10) & ENCRYPTED) throw new BadWord('encrypted')
  if (has(/\/(Macros|_VBA_PROJECT_CUR|VBA)\//i)) throw new BadWord('macros')
  if (has(/\/ObjectPool\/./i)) throw new BadWord('objects')
  if (FETCHING.test(head.toString('latin1')) || FETCHING.test(head.toString('utf16le'))) throw new BadWord('external')
}

const open = (file: Buffer) => {
  try {
    return cfb.read(file, { type: 'buffer' })
  } catch {
    throw new BadWord('cut')
  }
}
