import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { openPage } from './browser.ts'

/** An app on a port of its own, for tests that open its pages in a browser. */
export const serveForTests = async ({ fetch }: { fetch: Parameters<typeof serve>[0]['fetch'] }) => {
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 })
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

/** How public pages are looked at; 213 px is 320 px at a scale of 1.5, the largest of WeChat (standards §6). */
export const views = [
  { mode: 'ordinary', width: 1200 },
  { mode: 'ordinary', width: 213 },
  { mode: 'elder', width: 375 },
]

/** Faults of pages in one view, each with its path; a page that does not answer 200 is one. */
export const faultsOfPages = async (browser: Browser, base: string, paths: string[], view: (typeof views)[number]) => {
  const page = await openPage(browser, { width: view.width, height: 800 })
  await page.context().addCookies([{ name: 'mode', value: view.mode, url: base }])
  const faults: string[] = []
  for (const path of paths) {
    const reply = await page.goto(base + path)
    const found = await faultsOn(page)
    if (reply?.status() !== 200) found.push(`status ${reply?.status()}`)
    faults.push(...found.map(fault => `${path}: ${fault}`))
  }
  await page.context().close()
  return faults
}
