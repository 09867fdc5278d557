import { deflateRawSync } from 'node:zlib'

/** A part of an archive made by hand, which may lie about its size, its flags and where it lies. */
export type Part = {
  name: string
  data: Buffer | string
  declared?: number
  flags?: number
  link?: boolean
  at?: number
}

/** A zip made by hand, so that it can lie; `count` is what its end record says. */
export const makeZip = (parts: Part[], count = parts.length): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : part.data
    const packed = deflateRawSync(data)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(part.flags ?? 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.declared ?? data.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(part.name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(part.name), packed])
    const tail = Buffer.alloc(14)
    if (part.link) tail.writeUInt32LE((0o120777 << 16) >>> 0, 6)
    tail.writeUInt32LE(part.at ?? offset, 10)
    const made = Buffer.from([0x50, 0x4b, 1, 2, 20, part.link ? 3 : 0])
    directory.push(Buffer.concat([made, fields, tail, Buffer.from(part.name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}
