import type { Page } from 'playwright-core'

export type Objection = { about: string; words: string; name: string; phone: string }

/** Fills in and sends the form 反映情况 of the notice that is open. */
export const object = async (page: Page, { about, words, name, phone }: Objection): Promise<void> => {
  await page.getByLabel('反映谁的情况').selectOption({ label: about })
  await page.getByLabel('反映的情况').fill(words)
  await page.getByLabel('您的姓名').fill(name)
  await page.getByLabel('联系电话').fill(phone)
  await page.getByRole('button', { name: '提交' }).click()
}

/** The receipt number that the page shows once. */
export const receiptOf = async (page: Page): Promise<string> => {
  await page.getByRole('heading', { name: '已经收到' }).waitFor()
  return (await page.locator('body').innerText()).match(/\b[0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z]{4}\b/)![0]
}

/** Asks at 查询回执 where a matter stands. @returns the page's words */
export const lookUp = async (page: Page, receipt: string): Promise<string> => {
  await page.goto('/receipts')
  await page.getByLabel('回执号').fill(receipt)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { name: '办理情况' }).waitFor()
  return page.locator('main').innerText()
}

/** The names of the list on the page, from above. */
export const namesOn = (page: Page) => page.locator('.names .name').allInnerTexts()
