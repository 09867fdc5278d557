import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

type Asset = { address: string; type: string; body: string }

const offer = (name: string, type: string, ...parts: string[]): Asset => {
  const body = [name, ...parts].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  return { address: `/micro/assets/${name.replace('.', `.${hash}.`)}`, type, body }
}

/** The pages' style and the slider's script, under addresses that change with them. */
export const microAssets = {
  styles: offer('micro.css', 'text/css; charset=utf-8', 'charts.css'),
  compare: offer('compare.js', 'text/javascript; charset=utf-8'),
}

/** An asset by its address; browsers may keep it for ever. */
export const serveMicroAsset = (address: string): Response | undefined => {
  const asset = Object.values(microAssets).find(each => each.address === address)
  const headers = { 'cache-control': 'public, max-age=31536000, immutable' }
  return asset && new Response(asset.body, { headers: { ...headers, 'content-type': asset.type } })
}
