import cfb from 'cfb'
import { describe, expect, it } from 'vitest'
import { hasOffice, readWord, renderDocx, toWord97 } from './index.ts'
import type { Document } from './model.ts'
import { outlineIn, outlineOf } from './testing/outline.ts'
import { sampleFile, sampleNotice } from './testing/samples.ts'

const samples: [string, () => Document][] = [
  ['a form joined with its article', sampleFile],
  ['a notice by GB/T 9704', sampleNotice],
]

const office = await hasOffice()
if (!office) process.stdout.write('跳过.doc往返测试：本机没有安装LibreOffice（libreoffice-writer）。\n')

describe.each(samples)('%s', (_, sample) => {
  it('comes back from .docx with its pages, words, lettering and cells', async () => {
    expect(outlineIn(await readWord(renderDocx(sample()), 'a.docx'))).toEqual(outlineOf(sample()))
  })

  it('is the same bytes whenever it is written', () => {
    expect(renderDocx(sample()).equals(renderDocx(sample()))).toBe(true)
  })

  it.skipIf(!office)('comes back from Word 97-2003 likewise', { timeout: 240_000 }, async () => {
    const [file] = await toWord97([renderDocx(sample())])
    expect(file!.subarray(0, 8).toString('hex')).toBe('d0cf11e0a1b11ae1')
    const stream = Buffer.from(cfb.find(cfb.read(file!, { type: 'buffer' }), 'WordDocument')!.content)
    expect(stream.readUInt16LE(0)).toBe(0xa5ec)
    expect(stream.readUInt16LE(2)).toBeGreaterThanOrEqual(0x00c1)
    expect(outlineIn(await readWord(file!, 'a.doc'))).toEqual(outlineOf(sample()))
  })
})
