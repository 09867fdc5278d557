import type { Page } from 'playwright-core'
import { sheet, told } from './desk.ts'

/** 照此起草: a draft of one's own from a shipped plan. */
export const draftFrom = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: '推选方案' }).click()
  await sheet(page, '可以参照的方案')
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('button', { name: '照此起草' })
    .click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor()
}

/** Publishes the draft that is open, after reading every remark of the rehearsal. @returns the remarks */
export const publish = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const remarks = dialog.locator('.publish-remarks label')
  const read = await remarks.allInnerTexts()
  for (const remark of await remarks.all()) await remark.click()
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await told(page, '已发布')
  return read
}

/** Starts the campaign on the version that was published last, and comes to its overview. */
export const start = async (page: Page): Promise<void> => {
  await page.getByText('版本', { exact: true }).click()
  await page.getByRole('button', { name: '启动推选' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '启动', exact: true }).click()
  await told(page, '推选已启动')
}
