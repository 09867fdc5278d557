import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export type ScanTask = { kind: 'pdf' | 'picture'; file: Uint8Array; maxPages: number; maxPixels: number }
export type ScanFault = 'broken' | 'encrypted' | 'too-many-pages' | 'too-many-pixels'
/** A page as it was scanned: the words of each QR code on it, and a picture to look at (JPEG). */
export type ScannedPage = { page: number; codes: string[]; preview: Uint8Array }
export type ScanAnswer = { pages: ScannedPage[] } | { refused: ScanFault; count?: number }

/** A code of 12 mm has three dots a module at this many dots an inch; longer sides are drawn smaller. */
const DPI = 220
const LONGEST_SIDE = 3000
const PREVIEW_SIDE = 1280

sharp.cache(false)
sharp.concurrency(1)

type Pixels = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }

const codesIn = async ({ data, width, height }: Pixels): Promise<string[]> => {
  const image = { data, width, height, colorSpace: 'srgb' as const }
  const found = await readBarcodes(image as ImageData, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

const previewOf = ({ data, width, height }: Pixels): Promise<Buffer> =>
  sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 78 })
    .toBuffer()

const scanned = async (page: number, pixels: Pixels): Promise<ScannedPage> => ({
  page,
  codes: await codesIn(pixels),
  preview: await previewOf(pixels),
})

/** The header only first: a picture of 30,000 × 30,000 is refused before a pixel of it is decoded. */
const scanPicture = async ({ file, maxPixels }: ScanTask): Promise<ScanAnswer> => {
  const header = await sharp(file, { limitInputPixels: false }).metadata()
  if (header.width * header.height > maxPixels) return { refused: 'too-many-pixels' }
  const { data, info } = await sharp(file, { limitInputPixels: maxPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pages: [await scanned(1, { data: new Uint8ClampedArray(data), width: info.width, height: info.height })] }
}

/** PDFium draws blue first. */
const swapped = (data: Uint8Array): Uint8ClampedArray<ArrayBuffer> => {
  const rgba = new Uint8ClampedArray(data)
  for (let at = 0; at < rgba.length; at += 4) [rgba[at], rgba[at + 2]] = [rgba[at + 2]!, rgba[at]!]
  return rgba
}

const scanPdf = async ({ file, maxPages }: ScanTask): Promise<ScanAnswer> => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(file)
  const count = document.getPageCount()
  if (count > maxPages) return { refused: 'too-many-pages', count }
  const pages: ScannedPage[] = []
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(DPI / 72, LONGEST_SIDE / Math.max(originalWidth, originalHeight, 1))
    const { data, width, height } = await page.render({ scale, render: 'bitmap' })
    pages.push(await scanned(pages.length + 1, { data: swapped(data), width, height }))
  }
  return { pages }
}

const faultOf = (error: unknown): ScanFault => (/password/i.test(String(error)) ? 'encrypted' : 'broken')

// Read from the package: the library would fetch it from a network otherwise.
const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

const task = workerData as ScanTask
parentPort!.postMessage(
  await (task.kind === 'pdf' ? scanPdf(task) : scanPicture(task)).catch(
    (error: unknown): ScanAnswer => ({ refused: faultOf(error) }),
  ),
)
