import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { fontFile, fontPath, fontStyles, rareBlock, rareStyles } from '#platform/ui/fonts/index.ts'

type Asset = {
  type: string
  body: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
  brotli: Uint8Array<ArrayBuffer>
}

const source = (name: string) => readFileSync(new URL(`../../platform/ui/${name}`, import.meta.url), 'utf8')

const offered = new Map<string, Asset>()

/** Offers a text under an address that changes with its content, so that browsers may keep it for ever. */
const offer = (name: string, type: string, text: string): string => {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10)
  const address = `/assets/${name.replace('.', `.${hash}.`)}`
  const body = new Uint8Array(Buffer.from(text))
  offered.set(address, { type, body, gzip: gzipSync(body), brotli: brotliCompressSync(body) })
  return address
}

/** Addresses of what every page of the site links to. */
export const assets = {
  styles: offer('site.css', 'text/css; charset=utf-8', source('tokens.css') + source('site/site.css')),
  fonts: offer('fonts.css', 'text/css; charset=utf-8', fontStyles() + rareStyles(fontPath)),
  readAloud: offer('read-aloud.js', 'text/javascript; charset=utf-8', source('site/read-aloud.js')),
}

const seal = source('seal.svg')
const forEver = 'public, max-age=31536000, immutable'

/** Serves the style sheets, the script and the fonts of the site below /assets. */
export const assetRoutes = () =>
  new Hono()
    .get('/assets/seal.svg', c =>
      c.body(seal, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' }),
    )
    .get(`${fontPath}/:name`, async c => {
      const font = await fontOf(c.req.param('name'))
      return font ? c.body(font, 200, { 'content-type': 'font/woff2', 'cache-control': forEver }) : c.notFound()
    })
    .get('/assets/:name', c => {
      const asset = offered.get(c.req.path)
      if (!asset) return c.notFound()
      const { body, encoding } = encoded(asset, c.req.header('accept-encoding') ?? '')
      const headers = { 'content-type': asset.type, 'cache-control': forEver, vary: 'accept-encoding' }
      return c.body(body, 200, encoding ? { ...headers, 'content-encoding': encoding } : headers)
    })

const fontOf = async (name: string) => {
  const file = fontFile(name)
  const font = file ? await readFile(file) : await rareBlock(name)
  return font && new Uint8Array(font)
}

const encoded = (asset: Asset, accepted: string) => {
  if (accepted.includes('br')) return { body: asset.brotli, encoding: 'br' }
  return accepted.includes('gzip') ? { body: asset.gzip, encoding: 'gzip' } : { body: asset.body, encoding: undefined }
}
