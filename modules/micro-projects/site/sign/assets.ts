import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'

type Asset = { address: string; type: string; body: string }

const offer = (name: string, type: string, body: string): Asset => {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  return { address: `/sign/assets/${name.replace('.', `.${hash}.`)}`, type, body }
}

/** The pad's script, for the oldest browsers that the product serves (Chromium 87, iOS 14). */
const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    ...{ entryPoints: [new URL('island.ts', import.meta.url).pathname], bundle: true, write: false, minify: true },
    ...{ format: 'iife', target: ['chrome87', 'safari14'], charset: 'utf8', legalComments: 'none' },
    // Safari 14's fault with destructuring concerns a case that is not written here.
    supported: { destructuring: true },
  })
  return outputFiles[0]!.text
}

const made = async () => ({
  script: offer('sign.js', 'text/javascript; charset=utf-8', await bundle()),
  styles: offer('sign.css', 'text/css; charset=utf-8', await readFile(new URL('sign.css', import.meta.url), 'utf8')),
})

let once: ReturnType<typeof made> | undefined

/** Script and style of the signing page, made when first asked for, under addresses that change with them. */
export const signAssets = (): ReturnType<typeof made> => {
  once ??= made()
  return once
}

/** An asset by its address; browsers may keep it for ever. */
export const serveSignAsset = async (address: string): Promise<Response | undefined> => {
  const asset = Object.values(await signAssets()).find(each => each.address === address)
  const headers = { 'cache-control': 'public, max-age=31536000, immutable' }
  return asset && new Response(asset.body, { headers: { ...headers, 'content-type': asset.type } })
}
