import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { APIRequestContext, Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { goTo } from '#database/demo/clock.ts'
import { demoSignIn } from '#kernel/access/shared/api.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { allowDemoClock, type Db } from '#platform/db/index.ts'
import { DESK, launchBrowser } from '#platform/testing/browser.ts'
import { testDatabase } from '#platform/testing/index.ts'

/** The real application with its real pages, a database and a folder of its own, and a browser in front of it. */
export type House = {
  db: Db
  origin: string
  /** The page of somebody with a one-click account, signed in; the same page each time. */
  as: (login: string) => Promise<Page>
  /** Somebody signed in without a page: for what a story needs done many times and tells once. */
  behind: (login: string) => Promise<BrowserContext>
  /** A page of somebody who has no account. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>
  /** Moves the business clock to ten in the morning of a day and does what fell due. */
  goTo: (day: string) => Promise<void>
}

/** Opens the house for the tests of one file; it closes itself. `today` is the first day of the story. */
export const openHouse = async ({ today }: { today: string }): Promise<House> => {
  const { db } = await testDatabase()
  await allowDemoClock(db)
  await goTo(db, today)
  await buildDesk()
  const folder = mkdtempSync(join(tmpdir(), 'shishi-e2e-'))
  useFileStore(await localStore(folder))
  const { origin, close } = await listen(db)
  const browser = await launchBrowser()
  afterAll(async () => {
    await browser.close()
    await close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { db, origin, ...visitorsOf(browser, origin), goTo: day => goTo(db, day) }
}

/** As `npm start` does it: only when the sources have changed since. */
const buildDesk = async (): Promise<void> => {
  const tool = new URL('../tools/desk.mjs', import.meta.url).href
  const { ensureDesk } = (await import(tool)) as { ensureDesk: (node: string) => Promise<void> }
  await ensureDesk(process.execPath)
}

/** Below the ports that the system gives to outgoing connections. */
const somePort = () => 20_000 + Math.floor(Math.random() * 12_000)

const listen = async (db: Db): Promise<{ origin: string; close: () => Promise<void> }> => {
  const { app } = buildApp(db, { demo: true, trustProxy: 0 })
  for (;;) {
    const port = somePort()
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port })
    const taken = await new Promise<boolean>(resolve => {
      server.once('listening', () => resolve(false))
      server.once('error', () => resolve(true))
    })
    if (taken) continue
    const close = () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    return { origin: `http://127.0.0.1:${port}`, close }
  }
}

/** Opens pages, watches them for errors that nobody caught, and keeps a picture of each when a test fails. */
const visitorsOf = (browser: Browser, origin: string): Pick<House, 'as' | 'behind' | 'visitor'> => {
  const pages = new Map<string, Page>()
  const uncaught: string[] = []
  const window = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const office = { viewport: DESK, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
    const context = await browser.newContext({ baseURL: origin, ...office, ...options })
    context.setDefaultTimeout(20_000)
    return context
  }
  const open = async (name: string, options?: BrowserContextOptions): Promise<Page> => {
    const page = await (await window(options)).newPage()
    page.on('pageerror', error => uncaught.push(`${name} ${page.url()}: ${error.message}`))
    pages.set(name, page)
    return page
  }
  const as = async (login: string): Promise<Page> => {
    const known = pages.get(login)
    if (known) return known
    const page = await open(login)
    await signIn(page.request, login)
    await page.goto('/desk/')
    return page
  }
  const behind = async (login: string): Promise<BrowserContext> => {
    const context = await window()
    await signIn(context.request, login)
    return context
  }
  let broken = false
  beforeEach(({ skip }) => skip(broken, 'an earlier step of the story failed'))
  afterEach(async ({ task }) => {
    broken ||= task.result?.state === 'fail'
    if (task.result?.state === 'fail') await picture(pages, task.id)
    expect(uncaught.splice(0)).toEqual([])
  })
  return { as, behind, visitor: options => open(`visitor-${pages.size}`, options) }
}

const signIn = async (request: APIRequestContext, login: string): Promise<void> => {
  const answer = await request.post(demoSignIn.path, {
    data: { login },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${await answer.text()}`)
}

const pictures = join(tmpdir(), 'shishi-e2e-pictures')

const picture = async (pages: Map<string, Page>, test: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  for (const [name, page] of pages) {
    const path = join(pictures, `${test}-${name}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => {})
    process.stdout.write(`${name} at ${page.url()}: ${path}\n`)
  }
}

/** Keeps a picture of a turning point in the folder that E2E_PICTURES names; without it, does nothing. */
export const look = async (page: Page, name: string): Promise<void> => {
  if (process.env.E2E_PICTURES) await page.screenshot({ path: join(process.env.E2E_PICTURES, `${name}.png`) })
}
