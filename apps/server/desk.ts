import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { Hono } from 'hono'

const folder = join(import.meta.dirname, '../../dist/desk')
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the built desk below /desk; any address without a file is one of the desk's own pages. */
export const deskRoutes = () =>
  new Hono()
    .get('/desk', c => c.redirect('/desk/'))
    .get('/desk/*', async c => {
      const path = normalize(c.req.path.slice('/desk/'.length))
      const type = types[extname(path)]
      const asset = type && !path.startsWith('..') ? await readFile(join(folder, path)).catch(() => null) : null
      if (asset)
        return c.body(new Uint8Array(asset), 200, {
          'content-type': type!,
          'cache-control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        })
      if (type && type !== types['.html']) return c.notFound()
      return c.html(await readFile(join(folder, 'index.html'), 'utf8'), 200, { 'cache-control': 'no-cache' })
    })
