import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtVerifier } from '#modules/ballot/site/verifier/build.ts'
import { launchBrowser, openPage } from '#platform/testing/browser.ts'

/** Seconds the one-file page takes in a browser without a network for a sound record, from the click to its verdict. */
export const verifyInBrowser = async (folder: string, record: string): Promise<number> => {
  const file = join(folder, 'verifier.html')
  writeFileSync(file, (await builtVerifier()).html)
  const browser = await launchBrowser()
  try {
    const page = await openPage(browser)
    await page.context().setOffline(true)
    await page.goto(pathToFileURL(file).href)
    await page.getByLabel(/投票记录/).setInputFiles(record)
    const begin = performance.now()
    await page.getByRole('button', { name: '开始核验' }).click()
    await page.getByRole('heading', { name: '通过：能查的每一条都成立' }).waitFor({ timeout: 1_800_000 })
    return (performance.now() - begin) / 1000
  } finally {
    await browser.close()
  }
}
