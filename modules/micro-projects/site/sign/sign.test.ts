import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetRoutes, modeRoutes, siteFrame } from '#apps/site/index.ts'
import { launchBrowser, openPage } from '#platform/testing/browser.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { faultsOn, serveForTests } from '#platform/testing/pages.ts'
import { inkPath, signatureApi } from '../../shared/index.ts'
import { newHousehold, signingWorld, writtenBy } from '../../signatures/testing.ts'
import { signPages } from './index.tsx'

const { db } = await testDatabase()
const world = await signingWorld(db)
const { staff } = world.people
const { app } = world
app.route('/', assetRoutes())
app.route('/', modeRoutes())
app.use(siteFrame({ officeName: async () => '示例街道', demo: true, nav: [] }))
signPages(app, { db })

let site: Awaited<ReturnType<typeof serveForTests>>
let browser: Browser
beforeAll(async () => {
  site = await serveForTests(app)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  site?.close()
})

const issued = async (over: Parameters<typeof newHousehold>[0] = {}) => {
  const params = { id: await world.project(world.units.village, '修三组水渠') }
  const household = newHousehold(over)
  const { address } = await staff.call(signatureApi.issueLink, { params, body: { household } })
  return { params, household, path: new URL(address).pathname }
}

/** Writes strokes on the pad with the mouse, as a finger would. */
const write = async (page: Page) => {
  const pad = page.locator('#pad')
  await pad.scrollIntoViewIfNeeded()
  const { x, y, width } = (await pad.boundingBox())!
  for (const stroke of writtenBy(7).slice(0, 6)) {
    const [first, ...rest] = stroke.map(([px, py]) => [x + (px * width) / 1000, y + (py * width) / 1000] as const)
    await page.mouse.move(...first!)
    await page.mouse.down()
    for (const point of rest) await page.mouse.move(...point)
    await page.mouse.up()
  }
}
const signature = async (params: { id: number }) =>
  (await staff.call(signatureApi.getSignatures, { params })).signatures[0]

describe('the page of a signing link', () => {
  it('says what is signed, for whom only in part, and is kept by nobody in between', async () => {
    const { path, household } = await issued({ head: '欧阳秘密', door: '9组99号', phone: '13855551234' })
    const reply = await app.request(path)
    const text = await reply.text()
    expect(text).toContain('修三组水渠')
    expect(text).toContain('欧*')
    expect(text).not.toMatch(/阳秘密|9组99号|1234|138/)
    expect(household.phone).toBe('13855551234')
    expect(['referrer-policy', 'cache-control', 'x-robots-tag'].map(name => reply.headers.get(name))).toEqual([
      'no-referrer',
      'no-store',
      'noindex',
    ])
  })

  it('opens nothing once it is unknown, used up or the project is on its way', async () => {
    expect((await app.request('/sign/made-up')).status).toBe(404)
    const { path, params } = await issued()
    await world.setState(params.id, 'office')
    const late = await app.request(path)
    expect([late.status, (await late.text()).includes('签名已经截止')]).toEqual([409, true])
  })

  it('is signed on a telephone, after a wrong answer too', async () => {
    const { path, params, household } = await issued()
    const page = await openPage(browser, { width: 375, height: 800 })
    await page.goto(site.base + path)
    expect(await faultsOn(page)).toEqual([])
    await page.getByLabel(/户主姓名/).fill('张冒名')
    await page.getByRole('button', { name: '提交签名' }).click()
    await page.getByText('请户主在框内完整签名').waitFor()
    await write(page)
    await page.getByRole('button', { name: '提交签名' }).click()
    await page.getByText('还可以试4次').waitFor()
    await page.getByLabel(/户主姓名/).fill(household.head)
    await page.getByRole('button', { name: '提交签名' }).click()
    await page.getByText('已签名，谢谢').waitFor()
    const { way, ink } = (await signature(params))!
    expect(way).toBe('link')
    expect(ink!.match(/M/g)).toHaveLength(inkPath(writtenBy(7).slice(0, 6)).match(/M/g)!.length)
    await page.reload()
    await page.getByText('这个链接已经用过').waitFor()
  }, 60_000)

  it('sends the same signature again when the reply is lost, and it counts once', async () => {
    const { path, params, household } = await issued()
    const page = await openPage(browser, { width: 375, height: 800 })
    await page.goto(site.base + path)
    let lost = 0
    await page.route('**/api/micro/sign', async route => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await page.getByLabel(/户主姓名/).fill(household.head)
    await write(page)
    await page.getByRole('button', { name: '提交签名' }).click()
    await page.getByText('没有发出去').waitFor()
    await page.getByRole('button', { name: '提交签名' }).click()
    await page.getByText('已签名，谢谢').waitFor()
    expect((await staff.call(signatureApi.getSignatures, { params })).households).toBe(1)
  }, 60_000)

  it('fits the elder mode, and without script leads to the paper', async () => {
    const { path } = await issued()
    const elder = await openPage(browser, { width: 375, height: 800 })
    await elder.context().addCookies([{ name: 'mode', value: 'elder', url: site.base }])
    await elder.goto(site.base + path)
    expect(await faultsOn(elder)).toEqual([])
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    const plain = await context.newPage()
    await plain.goto(site.base + path)
    expect(await plain.getByText('也可以在纸上签').isVisible()).toBe(true)
    expect(await plain.getByRole('button', { name: '提交签名' }).isVisible()).toBe(false)
    await context.close()
  }, 60_000)
})
