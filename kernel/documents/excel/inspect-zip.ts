import { inflateRawSync } from 'node:zlib'

/** How much a file may hold; bytes after inflation. */
export type ZipLimits = { entries: number; entryBytes: number; totalBytes: number }

/** Why a file is refused; `problem` is a code for the message, never shown. */
export class BadArchive extends Error {
  readonly problem: 'not-xlsx' | 'encrypted' | 'too-large' | 'unsafe'

  constructor(problem: BadArchive['problem'], message: string) {
    super(message)
    this.problem = problem
  }
}

type Entry = { name: string; method: number; start: number; packed: number; size: number }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * Walks a zip by its central directory and inflates every part once under a limit, before any parser sees it:
 * nested and overlapping entries, false sizes, encryption and XML with a document type are refused.
 * @throws BadArchive
 */
export const inspectZip = (file: Buffer, limits: ZipLimits): void => {
  const entries = readDirectory(file, limits)
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) throw new BadArchive('not-xlsx', 'no content types')
  if (new Set(entries.map(({ name }) => name)).size !== entries.length)
    throw new BadArchive('unsafe', 'name used twice')
  if (entries.some(({ name }) => name.startsWith('/') || name.includes('..'))) throw new BadArchive('unsafe', 'path')
  refuseOverlap(entries)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > limits.totalBytes || entries.some(({ size }) => size > limits.entryBytes))
    throw new BadArchive('too-large', `${total} bytes declared`)
  for (const entry of entries) inspectEntry(file, entry)
}

const readDirectory = (file: Buffer, limits: ZipLimits): Entry[] => {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END) throw new BadArchive('not-xlsx', 'no end')
  const count = file.readUInt16LE(end + 10)
  if (count > limits.entries) throw new BadArchive('too-large', `${count} entries`)
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
  if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw new BadArchive('not-xlsx', 'broken directory')
  if (file.readUInt16LE(at + 8) & 1) throw new BadArchive('encrypted', 'encrypted entry')
  const [nameLength, extra, comment] = [28, 30, 32].map(offset => file.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ]
  const name = file.toString('utf8', at + 46, at + 46 + nameLength)
  const local = file.readUInt32LE(at + 42)
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) throw new BadArchive('unsafe', 'no local header')
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const packed = file.readUInt32LE(at + 20)
  if (start + packed > file.length) throw new BadArchive('unsafe', 'entry beyond the file')
  const entry = { name, method: file.readUInt16LE(at + 10), start, packed, size: file.readUInt32LE(at + 24) }
  return { entry, next: at + 46 + nameLength + extra + comment }
}

const refuseOverlap = (entries: Entry[]) => {
  const ordered = entries.toSorted((a, b) => a.start - b.start)
  for (const [n, entry] of ordered.entries()) {
    const next = ordered[n + 1]
    if (next && entry.start + entry.packed > next.start) throw new BadArchive('unsafe', 'entries overlap')
  }
}

const inspectEntry = (file: Buffer, { name, method, start, packed, size }: Entry) => {
  const content = inflate(file.subarray(start, start + packed), method, size)
  if (content.length !== size) throw new BadArchive('unsafe', `${name} is not as large as it says`)
  if (/\.(xml|rels|vml)$/i.test(name) && /<!(?:DOCTYPE|ENTITY)/i.test(content.toString('latin1', 0, 4096)))
    throw new BadArchive('unsafe', `${name} declares a document type`)
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
