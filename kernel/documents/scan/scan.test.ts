import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { readScan } from './index.ts'

const CODE = 'https://example.com/p/ABCD-EFGH'
const A4 = { width: 1240, height: 1754 }
let paper: Buffer

/** A page with some words' worth of dark bars and a code of some 15 mm at its foot. */
beforeAll(async () => {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  const { svg } = await writeBarcode(CODE, { format: 'QRCode', scale: 1 })
  const code = await sharp(Buffer.from(svg), { density: 300 }).resize(100, 100, { kernel: 'nearest' }).png().toBuffer()
  const bars = `<svg width="900" height="1200">${Array.from({ length: 20 }, (_, n) => `<rect x="0" y="${n * 60}" width="${400 + ((n * 97) % 500)}" height="14"/>`).join('')}</svg>`
  paper = await sharp({ create: { ...A4, channels: 3, background: '#fffef8' } })
    .composite([
      { input: Buffer.from(bars), left: 150, top: 200 },
      { input: code, left: 1040, top: 1560 },
    ])
    .png()
    .toBuffer()
})

/** A PDF whose pages each show one JPEG, written by hand. */
const pdf = async (pages: number, picture: Buffer) => {
  const { width, height } = await sharp(picture).metadata()
  const image = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${picture.length}>>\nstream\n${picture.toString('latin1')}\nendstream`
  const draw = 'q 595 0 0 842 0 0 cm /I Do Q'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, n) => `${5 + n} 0 R`).join(' ')}]>>`,
    image,
    `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`,
    ...Array.from(
      { length: pages },
      () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 3 0 R>>>>/Contents 4 0 R>>',
    ),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const at = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(text, 'latin1')
}
const jpeg = () => sharp(paper).jpeg({ quality: 70 }).toBuffer()
const codes = async (file: Buffer) => (await readScan(file)).map(page => page.codes)
const refusal = (file: Buffer) =>
  readScan(file).then(
    () => 'read',
    (problem: { code?: string; message: string }) => problem.code ?? problem.message,
  )

describe('a scan', () => {
  it('tells the code of each page of a PDF, with a picture of it', async () => {
    const pages = await readScan(await pdf(2, await jpeg()))
    expect(pages.map(({ page, codes }) => ({ page, codes }))).toEqual([
      { page: 1, codes: [CODE] },
      { page: 2, codes: [CODE] },
    ])
    expect((await sharp(pages[0]!.preview).metadata()).height).toEqual(1280)
  })

  it('tells it of pages turned, tilted, photographed in bad light and lying on a table', async () => {
    const photo = (angle: number) =>
      sharp(paper)
        .rotate(angle, { background: '#6b5b4b' })
        .extend({ top: 90, left: 60, right: 30, bottom: 40, background: '#6b5b4b' })
        .modulate({ brightness: 0.7 })
        .blur(0.7)
        .jpeg({ quality: 60 })
        .toBuffer()
    for (const angle of [90, 180, 8, -17]) expect(await codes(await photo(angle))).toEqual([[CODE]])
  })

  it('says that a page has none', async () => {
    const blank = await sharp({ create: { ...A4, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await codes(blank)).toEqual([[]])
  })
})

/** A PNG that claims to be this large and holds next to nothing. */
const claiming = (width: number, height: number): Buffer => {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const data = chunk('IDAT', deflateSync(Buffer.alloc(1000)))
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([start, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))])
}

describe('a scan that is too much', () => {
  it('is refused: 300 pages, 30,000 × 30,000 pixels, 20 MB, each with its own code', async () => {
    expect(await refusal(await pdf(300, await jpeg()))).toEqual('scan.too-many-pages')
    expect(await refusal(claiming(30_000, 30_000))).toEqual('scan.too-many-pixels')
    expect(await refusal(Buffer.alloc(21 << 20))).toEqual('scan.too-large')
  })

  it('is refused when cut off or no scan at all', async () => {
    const file = await pdf(1, await jpeg())
    expect(await refusal(file.subarray(0, 300))).toEqual('scan.broken')
    expect(await refusal((await jpeg()).subarray(0, 4000))).toEqual('scan.broken')
    expect(await refusal(Buffer.from('PK\x03\x04'))).toEqual('scan.kind')
  })
})
