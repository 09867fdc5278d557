import { type Browser, chromium } from 'playwright-core'
import { unpackChromium } from './chromium.ts'

/** Root needs no sandbox and the package's build no zygote; everything about web security stays as in the field. */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--font-render-hinting=none',
  '--disable-dev-shm-usage',
  '--use-angle=swiftshader',
  '--use-gl=angle',
  '--enable-unsafe-swiftshader',
]

/** Sizes at which every page is looked at. */
export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** A headless Chromium from npm that shows Chinese; no browser of the host is used. Close it when done. */
export const launchBrowser = async (): Promise<Browser> => {
  const { executable, env } = await unpackChromium()
  return chromium.launch({
    executablePath: executable,
    args: FLAGS,
    env: { ...process.env, ...env } as Record<string, string>,
  })
}

/** A page as an office or a phone in China sees it: zh-CN, civil time, the size given. */
export const openPage = async (browser: Browser, viewport: { width: number; height: number } = DESK) => {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  })
  return context.newPage()
}
