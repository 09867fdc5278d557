import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser } from '#platform/testing/browser.ts'

/**
 * Takes the pictures of the README from a running demo: SHISHI=http://127.0.0.1:3000 node --import tsx tools/screenshots.ts
 * The demo must stand on its first day.
 */
const address = process.env.SHISHI ?? 'http://127.0.0.1:3000'
const folder = join(import.meta.dirname, '../docs/screenshots')

const enter = (context: BrowserContext, login: string) =>
  context.request.post(`${address}/api/access/demo-session`, { data: { login } })

const picture = async (context: BrowserContext, name: string, path: string) => {
  const page = await context.newPage()
  await page.goto(address + path, { waitUntil: 'networkidle' })
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}

/** The address of the first thing behind a link that matches, as a person would find it. */
const found = async (context: BrowserContext, from: string, pattern: RegExp): Promise<string> => {
  const page = await context.newPage()
  await page.goto(address + from, { waitUntil: 'networkidle' })
  const links = await page.locator('a').evaluateAll(all => all.map(a => a.getAttribute('href') ?? ''))
  await page.close()
  const link = links.find(href => pattern.test(href))
  if (!link) throw new Error(`${from} has no link like ${pattern}`)
  return link
}

const browser = await launchBrowser()
const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
await enter(desk, 'party-clerk')
await picture(desk, 'overview', await found(desk, '/desk/selection', /selection\/campaigns\/\d+$/))
await enter(desk, 'district-clerk')
const submission = await found(desk, '/desk/', /selection\/submissions\/\d+$/)
await picture(desk, 'editor', await found(desk, submission, /selection\/nominations\/\d+$/))
const visitor = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
await picture(visitor, 'home', '/')
await picture(visitor, 'work', await found(visitor, '/micro', /^\/micro\/projects\/\w+$/))
await picture(visitor, 'notice', await found(visitor, '/notices', /^\/notices\/[\w-]{6,}$/))
const phone = await browser.newContext({ viewport: { width: 375, height: 800 }, locale: 'zh-CN' })
await picture(phone, 'notice-phone', await found(phone, '/notices', /^\/notices\/[\w-]{6,}$/))
await browser.close()
