import { fromBase64url } from '../crypto/bytes.ts'
import { type CheckCredential, credentialChecker } from '../crypto/credentials.ts'
import { digestOf } from '../crypto/digest.ts'
import { type Bytes, type Range, readLines } from './chunks.ts'
import type { ElectionDocument } from './document.ts'
import { type Fact, lineReader } from './line.ts'
import { markPlaces } from './marks.ts'

export type Part = { facts: Fact[]; flawed: boolean }
export type ReadPart = (range: Range) => Promise<Part>
export type PartOptions = { file: Bytes; document: ElectionDocument; fingerprint: string }

/** Reads parts of one record; made once in each worker. */
export const partReader = async ({ file, document, fingerprint }: PartOptions): Promise<ReadPart> => {
  const credentials: (CheckCredential | undefined)[] = []
  for (const { key } of document.keys) {
    const der = fromBase64url(key)
    credentials.push(der && (await credentialChecker(der)))
  }
  const places = markPlaces(document)
  const readLine = lineReader({ document, fingerprint, digest: digestOf(document.hash), places, credentials })
  return async range => {
    const { lines, flawed } = await readLines(file, range)
    return { facts: await Promise.all(lines.map(readLine)), flawed }
  }
}
