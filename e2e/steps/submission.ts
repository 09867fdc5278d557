import type { Page } from 'playwright-core'
import { confirm, sheet, told } from './desk.ts'

/** Opens the unit's list from what waits for its clerk. */
export const openList = async (page: Page, task: string | RegExp): Promise<void> => {
  await page.getByRole('link', { name: '我的待办' }).click()
  // What was known of the list is shown at once and asked for again.
  const fresh = page.waitForResponse(reply => /\/api\/selection\/submissions\/\d+$/.test(reply.url()))
  await page.getByRole('link', { name: task }).click()
  await fresh
  await page.getByRole('heading', { name: '本单位公示' }).waitFor()
}

/** 新增推荐对象 in a category; comes to its editor. @returns the nominee's id */
export const addNominee = async (page: Page, category: string): Promise<number> => {
  await sheet(page, category).getByRole('button', { name: '新增推荐对象' }).click()
  await page.waitForURL(/\/selection\/nominations\/\d+$/)
  await page.getByRole('complementary', { name: '检查结果' }).waitFor()
  return Number(page.url().split('/').at(-1))
}

/** The names of a category in their order, from above. */
export const ranking = (page: Page, category: string): Promise<string[]> =>
  sheet(page, category).locator('.nominees .nominee-words a').allInnerTexts()

/** 登记公示: the unit's own notice, with a picture of it. */
export const registerNotice = async (
  page: Page,
  where: string,
  proof: { name: string; mimeType: string; buffer: Buffer },
) => {
  await page.getByRole('button', { name: '登记公示' }).click()
  await page.getByLabel('在哪里公示').fill(where)
  const stored = page.waitForResponse(reply => reply.url().includes('/api/files') && reply.request().method() === 'PUT')
  await sheet(page, '本单位公示').locator('input[type=file]').setInputFiles(proof)
  await stored
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await told(page, '已登记')
}

export const handUp = async (page: Page, button: '上报' | '重新上报' = '上报'): Promise<void> => {
  await confirm(page, button, { confirm: '上报' })
  await told(page, '已上报')
}
