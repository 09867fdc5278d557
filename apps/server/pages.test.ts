import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commendApi, publiciseApi, settingsApi } from '#modules/selection/shared/index.ts'
import { campaignAt } from '#modules/selection/testing-stages.ts'
import { launchBrowser } from '#platform/testing/browser.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { faultsOfPages, serveForTests, views } from '#platform/testing/pages.ts'
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

let browser: Browser
let site: Awaited<ReturnType<typeof serveForTests>>
beforeAll(async () => {
  site = await serveForTests(buildApp(db, { demo: true, trustProxy: 0 }).app)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  site.close()
})

describe('the public pages of a selection', () => {
  it.each(views)(
    'can be read by everyone: $mode mode, $width px',
    async view => {
      expect(await faultsOfPages(browser, site.base, paths, view)).toEqual([])
    },
    60_000,
  )

  it('find a winner without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.base}/selection/jiaozuo-2017`)
    await page.getByRole('link', { name: '看名单', exact: true }).click()
    await page.getByRole('searchbox').fill('王芳')
    await page.getByRole('button', { name: '查找' }).click()
    expect(await page.getByText('王芳').count()).toBe(1)
    expect(await page.getByText('阿依古丽').count()).toBe(0)
    await context.close()
  }, 60_000)
})
