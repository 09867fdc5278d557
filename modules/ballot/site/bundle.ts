import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** One script for the oldest browsers that the product serves (Chromium 87, iOS 14). */
export const bundle = async (entry: URL): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [entry.pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome87', 'safari14'],
    // Safari 14's fault with destructuring concerns a case that is not written here.
    supported: { destructuring: true },
    charset: 'utf8',
    legalComments: 'none',
  })
  return outputFiles[0]!.text
}

type Asset = { address: string; type: string; body: Buffer; gzip: Buffer; brotli: Buffer }

const offer = (name: string, type: string, text: string): Asset => {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10)
  const body = Buffer.from(text)
  const address = `/ballot/assets/${name.replace('.', `.${hash}.`)}`
  return { address, type, body, gzip: gzipSync(body), brotli: brotliCompressSync(body) }
}

const made = async () => {
  const script = await bundle(new URL('island/vote.ts', import.meta.url))
  const style = await readFile(new URL('ballot.css', import.meta.url), 'utf8')
  return {
    vote: offer('vote.js', 'text/javascript; charset=utf-8', script),
    styles: offer('ballot.css', 'text/css; charset=utf-8', style),
  }
}

let once: ReturnType<typeof made> | undefined

/** The vote's script and style, made when they are first asked for, under addresses that change with them. */
export const ballotAssets = (): ReturnType<typeof made> => {
  once ??= made()
  return once
}

/** An asset as the browser takes it; it may be kept for ever. */
export const serveAsset = ({ type, body, gzip, brotli }: Asset, accepted: string): Response => {
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
  const bytes = encoding === 'br' ? brotli : encoding === 'gzip' ? gzip : body
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    },
  })
}
