import { crc32, deflateRawSync } from 'node:zlib'

/** A file as a ZIP archive holds it: compressed once, written into any number of archives. */
export type Packed = { name: Buffer; crc: number; size: number; body: Buffer; method: 0 | 8 }

const DEFLATED = 8
const STORED = 0
/** File names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8 = 0x0800
/** 1980-01-01, the earliest the format has: equal content gives equal bytes. */
const DATE = 0x0021
const VERSION = 20

/** Compresses one file; `level` as zlib counts (1 fastest, 9 smallest), 0 stores what is compressed already. */
export const packed = (name: string, content: string | Uint8Array, level = 6): Packed => {
  const data = typeof content === 'string' ? Buffer.from(content) : content
  const body = level === 0 ? Buffer.from(data) : deflateRawSync(data, { level })
  return { name: Buffer.from(name), crc: crc32(data), size: data.length, body, method: level === 0 ? STORED : DEFLATED }
}

/** What local header and directory entry share, from the version needed to the length of the name. */
const shared = (file: Packed, into: Buffer, at: number): void => {
  into.writeUInt16LE(VERSION, at)
  into.writeUInt16LE(UTF8, at + 2)
  into.writeUInt16LE(file.method, at + 4)
  into.writeUInt16LE(DATE, at + 8)
  into.writeUInt32LE(file.crc, at + 10)
  into.writeUInt32LE(file.body.length, at + 14)
  into.writeUInt32LE(file.size, at + 18)
  into.writeUInt16LE(file.name.length, at + 22)
}

const local = (file: Packed): Buffer => {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  shared(file, header, 4)
  return header
}

const entry = (file: Packed, offset: number): Buffer => {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(VERSION, 4)
  shared(file, header, 6)
  header.writeUInt32LE(offset, 42)
  return header
}

const end = (count: number, size: number, offset: number): Buffer => {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

/** Files as one ZIP archive (APPNOTE 6.3; below 4 GiB and 65,535 files). */
export const zipped = (files: Packed[]): Buffer => {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const header = local(file)
    directory.push(entry(file, offset), file.name)
    chunks.push(header, file.name, file.body)
    offset += header.length + file.name.length + file.body.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([...chunks, ...directory, end(files.length, size, offset)])
}
