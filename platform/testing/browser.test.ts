import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, PHONE } from './browser.ts'

let browser: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const drawn = async (text: string, family: string): Promise<string> => {
  const page = await openPage(browser, PHONE)
  await page.setContent(`<p style="font: 40px ${family}">${text}</p>`)
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 390, height: 160 } })
  await page.context().close()
  return picture.toString('base64')
}

describe('the browser of the tests', () => {
  it('draws Chinese, rare name characters too, in serif and sans', async () => {
    const blank = await drawn('', 'serif')
    const missing = await drawn('\u{10FFFD}', 'serif')
    const texts = ['表', '彰', '䶮', '堃', '镕']
    const pictures = await Promise.all(texts.flatMap(text => [drawn(text, 'serif'), drawn(text, 'sans-serif')]))
    expect(new Set([blank, missing, ...pictures]).size).toEqual(2 + pictures.length)
  })

  it('is set as in an office in China', async () => {
    const page = await openPage(browser)
    const found = await page.evaluate(() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone])
    expect(found).toEqual(['zh-CN', 'Asia/Shanghai'])
    await page.context().close()
  })
})
