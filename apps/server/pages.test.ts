import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commendApi, publiciseApi, settingsApi } from '#modules/selection/shared/index.ts'
import { campaignAt } from '#modules/selection/testing-stages.ts'
import { launchBrowser, openPage } from '#platform/testing/browser.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { buildApp } from './app.ts'

const { db } = await testDatabase()
const nominee = (name: string, unit: number) => ({
  name,
  unit,
  category: 'top-member',
  answers: { workUnit: '示例市第一人民医院', post: '护士长' },
})
const campaign = await campaignAt(db, {
  plan: 'jiaozuo-2017',
  today: '2017-05-08',
  stage: 'publicity',
  nominees: [nominee('王芳', 0), nominee('阿依古丽·示例', 1)],
})
const { organiser, campaignId, issue } = campaign
await organiser.call(settingsApi.saveSettings, {
  params: { id: campaignId },
  body: { settings: { 'objection-phone': '000-0000000' } },
})
const publicity = { id: campaignId, stage: 'publicity' }
await issue((await organiser.call(publiciseApi.draftPublicity, { params: publicity, body: {} })).noticeId)
await campaign.goTo('commend')
const params = { id: campaignId, stage: 'commend' }
await organiser.call(commendApi.registerHonours, { params, body: { grantedOn: '2017-05-08' } })
await issue((await organiser.call(commendApi.draftResult, { params })).noticeId)

const paths = [
  ...['/', '/notices', '/selection', '/selection/jiaozuo-2017', '/selection/jiaozuo-2017/results'],
  ...['/honours?number=2017-十佳共产党员-1', '/search?q=示例', '/search?q=没有的名字'],
  ...['/ballot', '/ballot/receipts'],
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let base: string
let server: ReturnType<typeof serve>
beforeAll(async () => {
  const { app } = buildApp(db, { demo: true, trustProxy: 0 })
  server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise(done => server.once('listening', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  server.close()
})

/** What axe finds against a page, and whether it has to be scrolled sideways. */
const faultsOf = async (page: Page, path: string): Promise<string[]> => {
  const reply = await page.goto(base + path)
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
    ).axe.run()
    const { scrollWidth } = document.documentElement
    return [...violations.map(({ id }) => id), ...(scrollWidth > innerWidth + 1 ? ['scrolls sideways'] : [])]
  })
  return reply?.status() === 200 ? found : [...found, `status ${reply?.status()}`]
}

describe('the public pages of a selection', () => {
  // 213 px is 320 px at a scale of 1.5, the largest of WeChat (standards §6).
  it.each([
    { mode: 'ordinary', width: 1200 },
    { mode: 'ordinary', width: 213 },
    { mode: 'elder', width: 375 },
  ])(
    'can be read by everyone: $mode mode, $width px',
    async ({ mode, width }) => {
      const page = await openPage(browser, { width, height: 800 })
      await page.context().addCookies([{ name: 'mode', value: mode, url: base }])
      const faults: string[] = []
      for (const path of paths) faults.push(...(await faultsOf(page, path)).map(fault => `${path}: ${fault}`))
      await page.context().close()
      expect(faults).toEqual([])
    },
    60_000,
  )

  it('find a winner without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${base}/selection/jiaozuo-2017`)
    await page.getByRole('link', { name: '看名单', exact: true }).click()
    await page.getByRole('searchbox').fill('王芳')
    await page.getByRole('button', { name: '查找' }).click()
    expect(await page.getByText('王芳').count()).toBe(1)
    expect(await page.getByText('阿依古丽').count()).toBe(0)
    await context.close()
  }, 60_000)
})
