import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { buildApp } from '#apps/server/app.ts'
import type { Db } from '#platform/db/index.ts'

/** The whole product on a port of its own. */
export const serveSite = async (db: Db) => {
  const { app } = buildApp(db, { demo: true, trustProxy: 0 })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise(done => server.once('listening', done))
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against a page as it stands, and whether it has to be scrolled sideways. */
export const faultsOn = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run()
    const { scrollWidth } = document.documentElement
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`)
    return [...found, ...(scrollWidth > innerWidth + 1 ? [`scrolls sideways: ${scrollWidth} > ${innerWidth}`] : [])]
  })
}
