import { randomBytes } from 'node:crypto'
import cfb from 'cfb'
import { describe, expect, it } from 'vitest'
import { makeZip, type Part } from '#platform/sandbox/testing.ts'
import { readWord } from './read-word.ts'
import { docxOf, p, relationships } from './testing/docx.ts'

const refusal = (file: Buffer, name = '推荐表.docx'): Promise<string> =>
  readWord(file, name).then(
    () => 'read',
    (problem: { code?: string; message: string }) => problem.code ?? problem.message,
  )
const withPart = (part: Part) => refusal(docxOf(p('甲'), [part]))
const external = (kind: string, target: string) =>
  withPart(relationships('word/_rels/document.xml.rels', [{ kind, target, external: true }]))

/** A compound file with a WordDocument stream whose head is a Word 97 document's, and other streams. */
const doc = (streams: Record<string, Uint8Array> = {}, head: { nFib?: number; flags?: number } = {}): Buffer => {
  const file = cfb.utils.cfb_new()
  const fib = Buffer.alloc(4096)
  fib.writeUInt16LE(0xa5ec, 0)
  fib.writeUInt16LE(head.nFib ?? 0xc1, 2)
  fib.writeUInt16LE(head.flags ?? 0, 10)
  for (const [path, content] of Object.entries({ '/WordDocument': fib, ...streams }))
    cfb.utils.cfb_add(file, path, Buffer.from(content))
  return Buffer.from(cfb.write(file, { type: 'buffer' }) as Buffer)
}

describe('a Word file that would burst', () => {
  it('is refused by what it declares: bytes, ratio, parts, and its own size', async () => {
    expect(await withPart({ name: 'word/a.bin', data: Buffer.alloc(70 << 20) })).toEqual('word.bomb')
    expect(await withPart({ name: 'word/a.bin', data: Buffer.alloc(2 << 20) })).toEqual('word.bomb')
    const many = Array.from({ length: 2001 }, (_, n) => ({ name: `word/${n}.bin`, data: 'a' }))
    expect(await refusal(makeZip(many))).toEqual('word.too-many-parts')
    expect(await refusal(makeZip([{ name: 'a', data: 'a' }], 0xffff))).toEqual('word.too-many-parts')
    expect(await refusal(Buffer.alloc((10 << 20) + 1))).toEqual('word.too-large')
  })

  it('is refused with a hundred thousand or a million entries, also where its end record says that there is one', async () => {
    const crowd = (count: number, said: number) => {
      const one = makeZip([{ name: 'a', data: 'a' }])
      const directory = one.readUInt32LE(one.length - 22 + 16)
      const [local, entry] = [one.subarray(0, directory), one.subarray(directory, one.length - 22)]
      const end = Buffer.from(one.subarray(one.length - 22))
      end.writeUInt16LE(said, 8)
      end.writeUInt16LE(said, 10)
      end.writeUInt32LE(entry.length * count, 12)
      return Buffer.concat([local, ...Array<Buffer>(count).fill(entry), end])
    }
    expect(await refusal(crowd(100_000, 0xffff))).toEqual('word.too-many-parts')
    expect(await refusal(crowd(100_000, 1))).toEqual('word.unsafe')
    expect(await refusal(crowd(1_000_000, 0xffff))).toEqual('word.too-large')
  })

  it('is refused when it lies about a size, shares one stream among many parts or holds an archive', async () => {
    expect(await withPart({ name: 'word/a.bin', data: Buffer.alloc(1 << 20), declared: 10 })).toEqual('word.unsafe')
    expect(await withPart({ name: 'word/a.bin', data: 'a', at: 0 })).toEqual('word.unsafe')
    expect(await withPart({ name: 'word/a.bin', data: makeZip([{ name: 'a', data: 'a' }]) })).toEqual('word.nested')
  })

  it('is refused when its XML is nested beyond any document', async () => {
    const deep = 100_000
    const noise = { name: 'word/media/a.bin', data: randomBytes(40_000) }
    const body = '<w:sdt>'.repeat(deep) + '</w:sdt>'.repeat(deep)
    expect(await refusal(docxOf(body, [noise]))).toEqual('word.broken')
  })

  it('is refused with more paragraphs than any form or article has', async () => {
    expect(await refusal(docxOf(Array.from({ length: 20_001 }, (_, n) => p(String(n))).join('')))).toEqual(
      'word.broken',
    )
  })
})

describe('a Word file that would run or fetch', () => {
  it('is refused with macros, embedded objects or controls', async () => {
    expect(await withPart({ name: 'word/vbaProject.bin', data: 'x' })).toEqual('word.macros')
    const types = { name: '[Content_Types].xml', data: '<Types>document.macroEnabled.main+xml</Types>' }
    expect(await refusal(makeZip([types, { name: 'word/document.xml', data: '<a/>' }]))).toEqual('word.macros')
    expect(await withPart({ name: 'word/embeddings/oleObject1.bin', data: 'x' })).toEqual('word.objects')
    expect(await withPart({ name: 'word/activeX/activeX1.bin', data: 'x' })).toEqual('word.objects')
    const chunk = [{ kind: 'aFChunk', target: 'a.html' }]
    expect(await withPart(relationships('word/_rels/document.xml.rels', chunk))).toEqual('word.objects')
  })

  it('is refused with an outside template, picture or text; a link to click on is let be', async () => {
    const template = [{ kind: 'attachedTemplate', target: 'http://example.com/a.dotm', external: true }]
    expect(await withPart(relationships('word/_rels/settings.xml.rels', template))).toEqual('word.external')
    expect(await external('image', 'http://example.com/a.png')).toEqual('word.external')
    expect(await external('subDocument', 'file:///c:/a.docx')).toEqual('word.external')
    expect(await external('hyperlink', 'mailto:a@example.com')).toEqual('read')
  })

  it('is refused with a document type or entities', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
    expect(await withPart({ name: 'word/settings.xml', data: bomb })).toEqual('word.entities')
    const wide = Buffer.from(`\ufeff${bomb}`, 'utf16le')
    expect(await withPart({ name: 'word/settings.xml', data: wide })).toEqual('word.entities')
  })
})

describe('a Word file that is not what it says', () => {
  it('is refused with paths that leave it, links, parts twice, or a password', async () => {
    for (const name of ['../../etc/passwd', 'word\\..\\..\\a', '/etc/passwd', 'C:\\a', 'word/a\u0000.xml'])
      expect(await withPart({ name, data: 'x' })).toEqual('word.path')
    expect(await withPart({ name: 'word/a', data: '/etc/passwd', link: true })).toEqual('word.path')
    expect(await withPart({ name: 'word/document.xml', data: '<a/>' })).toEqual('word.twice')
    expect(await withPart({ name: 'Word/Document.xml', data: '<a/>' })).toEqual('word.twice')
    expect(await withPart({ name: 'word/a.xml', data: 'x', flags: 1 })).toEqual('word.encrypted')
  })

  it('is refused when cut off anywhere, or when its XML is', async () => {
    const whole = docxOf(p('甲'))
    for (const share of [0.2, 0.5, 0.9])
      expect(await refusal(whole.subarray(0, whole.length * share))).toEqual('word.cut')
    expect(await refusal(docxOf('<w:p>'))).toEqual('word.broken')
    expect(await refusal(makeZip([{ name: '[Content_Types].xml', data: '<Types/>' }]))).toEqual('word.not-word')
  })

  it('is refused as what it is when only its name says Word', async () => {
    const text = (content: string, name = '推荐表.doc') => refusal(Buffer.from(content), name)
    expect(await text('{\\rtf1\\ansi abc}')).toEqual('word.rtf')
    expect(await text('<html><body>推荐表</body></html>')).toEqual('word.html')
    expect(await text('MIME-Version: 1.0')).toEqual('word.html')
    expect(await text('<?xml version="1.0"?><w:wordDocument/>')).toEqual('word.old-xml')
    expect(await text('推荐表')).toEqual('word.not-word')
    expect(await refusal(doc(), '推荐表.wps')).toEqual('word.wps')
    expect(await refusal(doc(), '推荐表.et')).toEqual('word.sheet')
  })
})

describe('a Word 97-2003 file', () => {
  it('is refused with macros, objects, fetching fields, a password, or when it is none', async () => {
    const some = Buffer.from('some')
    const refused = (file: Buffer) => refusal(file, '推荐表.doc')
    expect(await refused(doc({ '/Macros/VBA/dir': some }))).toEqual('word.macros')
    expect(await refused(doc({ '/ObjectPool/_1/Contents': some }))).toEqual('word.objects')
    const fetching = Buffer.from(doc())
    const fib = fetching.indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0]))
    fetching.write('INCLUDEPICTURE "http://example.com/a.png"', fib + 600, 'latin1')
    expect(await refused(fetching)).toEqual('word.external')
    expect(await refused(doc({}, { flags: 0x0100 }))).toEqual('word.encrypted')
    expect(await refused(doc({ '/EncryptedPackage': some }))).toEqual('word.encrypted')
    expect(await refused(doc({}, { nFib: 0x65 }))).toEqual('word.older')
    expect(await refused(doc({ '/Workbook': some }))).toEqual('word.sheet')
    expect(await refused(doc({ '/WordDocument': some }))).toEqual('word.broken')
    expect(await refused(doc().subarray(0, 700))).toEqual('word.cut')
  })
})
