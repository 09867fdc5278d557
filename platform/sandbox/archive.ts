import { inflateRawSync } from 'node:zlib'

/** How much an archive may hold; bytes after inflation. `ratio` is all content to the file's own size. */
export type ZipLimits = { entries: number; entryBytes: number; totalBytes: number; ratio?: number }

/** Why an archive is refused; `problem` is a code for the message, never shown. */
export class BadArchive extends Error {
  readonly problem:
    | 'not-zip'
    | 'encrypted'
    | 'too-large'
    | 'too-many'
    | 'twice'
    | 'path'
    | 'nested'
    | 'entities'
    | 'unsafe'

  constructor(problem: BadArchive['problem'], message: string) {
    super(message)
    this.problem = problem
  }
}

/** An archive whose every part has been inflated once under the limits and found in order. */
export type Archive = { names: string[]; read: (name: string) => Buffer | undefined }

type Entry = { name: string; method: number; start: number; packed: number; size: number; link: boolean }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const UNIX = 3
const LINK = 0o120000

/**
 * Walks a zip by its central directory and inflates every part once under a limit, before any parser sees it: nested
 * and overlapping entries, false sizes, paths that leave the folder, encryption and XML with a document type are
 * refused.
 * @throws BadArchive
 */
export const openArchive = (file: Buffer, limits: ZipLimits): Archive => {
  const entries = readDirectory(file, limits)
  refuseNames(entries)
  refuseOverlap(entries)
  refuseSizes(entries, file.length, limits)
  for (const entry of entries) inspect(file, entry)
  const byName = new Map(entries.map(entry => [entry.name, entry]))
  return {
    names: [...byName.keys()],
    read: name => {
      const entry = byName.get(name)
      return entry && contentOf(file, entry)
    },
  }
}

const readDirectory = (file: Buffer, limits: ZipLimits): Entry[] => {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END) throw new BadArchive('not-zip', 'no end')
  const count = file.readUInt16LE(end + 10)
  if (count > limits.entries) throw new BadArchive('too-many', `${count} entries`)
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < count; n += 1) {
    const { entry, next } = readEntry(file, at)
    entries.push(entry)
    at = next
  }
  if (at !== end) throw new BadArchive('unsafe', 'directory does not reach the end record')
  return entries
}

const readEntry = (file: Buffer, at: number): { entry: Entry; next: number } => {
  if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw new BadArchive('not-zip', 'broken directory')
  if (file.readUInt16LE(at + 8) & 1) throw new BadArchive('encrypted', 'encrypted entry')
  const nameLength = file.readUInt16LE(at + 28)
  const name = file.toString('utf8', at + 46, at + 46 + nameLength)
  const local = file.readUInt32LE(at + 42)
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) throw new BadArchive('unsafe', 'no local header')
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const packed = file.readUInt32LE(at + 20)
  if (start + packed > file.length) throw new BadArchive('unsafe', 'entry beyond the file')
  const link = file[at + 5] === UNIX && ((file.readUInt32LE(at + 38) >>> 16) & 0o170000) === LINK
  const entry = { name, method: file.readUInt16LE(at + 10), start, packed, size: file.readUInt32LE(at + 24), link }
  return { entry, next: at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32) }
}

const refuseNames = (entries: Entry[]) => {
  const same = (name: string) => name.toLowerCase()
  if (new Set(entries.map(({ name }) => same(name))).size !== entries.length)
    throw new BadArchive('twice', 'name twice')
  for (const { name, link } of entries)
    if (link || /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|[\p{Cc}]/u.test(name)) throw new BadArchive('path', 'path')
}

const refuseOverlap = (entries: Entry[]) => {
  const ordered = entries.toSorted((a, b) => a.start - b.start)
  for (const [n, entry] of ordered.entries()) {
    const next = ordered[n + 1]
    if (next && entry.start + entry.packed > next.start) throw new BadArchive('unsafe', 'entries overlap')
  }
}

const refuseSizes = (entries: Entry[], fileBytes: number, { entryBytes, totalBytes, ratio }: ZipLimits) => {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const bomb = ratio !== undefined && total > fileBytes * ratio
  if (bomb || total > totalBytes || entries.some(({ size }) => size > entryBytes))
    throw new BadArchive('too-large', `${total} bytes declared`)
}

const contentOf = (file: Buffer, { method, start, packed, size }: Entry): Buffer =>
  inflate(file.subarray(start, start + packed), method, size)

const inspect = (file: Buffer, entry: Entry) => {
  const content = contentOf(file, entry)
  if (content.length !== entry.size) throw new BadArchive('unsafe', 'entry is not as large as it says')
  if (content.subarray(0, 4).toString('latin1') === 'PK\x03\x04') throw new BadArchive('nested', 'archive inside')
  if (/\.(xml|rels|vml)$/i.test(entry.name) && declaresType(content))
    throw new BadArchive('entities', 'a part declares a document type')
}

/** A document type stands before the root element; UTF-16 is looked at too. */
const declaresType = (content: Buffer): boolean => {
  const head = content.subarray(0, 65_536)
  return [head.toString('latin1'), head.toString('utf16le')].some(text => /<!(?:DOCTYPE|ENTITY)/i.test(text))
}

const inflate = (data: Buffer, method: number, size: number): Buffer => {
  if (method === 0) return data
  if (method !== 8) throw new BadArchive('unsafe', `compression method ${method}`)
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
  } catch {
    throw new BadArchive('unsafe', 'entry inflates to more than it says')
  }
}
