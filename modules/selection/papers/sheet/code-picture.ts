import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { FootCode } from '#kernel/documents/index.ts'

let prepared: Promise<unknown> | undefined

/** The writer's program lies in the package; it is read once and never fetched. */
const prepare = async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  const wasmBinary = new Uint8Array(await readFile(path)).buffer
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

/** Text as a QR code (error correction M, quiet zone included). @returns a PNG */
export const qrPicture = async (text: string): Promise<Uint8Array> => {
  prepared ??= prepare()
  await prepared
  const { image, error } = await writeBarcode(text, { format: 'QRCode', scale: 6, ecLevel: 'M' } as never)
  if (!image) throw new Error(`no QR code: ${error}`)
  return new Uint8Array(await image.arrayBuffer())
}

/** A code as people read it out: two groups of five. */
export const spokenCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-')

/** What stands at the foot of each printed page: the way to the public check, and the code for who types it. */
export const footCodeOf = async (code: string, link: (path: string) => string): Promise<FootCode> => ({
  picture: await qrPicture(link(`/papers/${code}`)),
  text: `核对码 ${spokenCode(code)}`,
})
