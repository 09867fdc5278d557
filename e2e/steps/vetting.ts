import type { Page } from 'playwright-core'
import { told } from './desk.ts'
import type { Upload } from './editor.ts'

/** Opens a step that the unit takes before it hands up, from its list. */
export const openStep = async (page: Page, step: string): Promise<void> => {
  await page.locator('.step-links').getByRole('link', { name: step }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: step }).waitFor()
}

/** 征求意见: asks every department about every name, with a letter. */
export const askDepartments = async (page: Page, letterNo: string): Promise<void> => {
  await page.getByRole('button', { name: '征求意见', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/函号/).fill(letterNo)
  await dialog.getByRole('button', { name: '发出' }).click()
  await told(page, '已发出')
}

/** 代录盖章表: one scan of a sheet that all departments have stamped on a day, with no objection on it. */
export const enterSheet = async (page: Page, scan: Upload, sealedOn: string): Promise<void> => {
  await page.getByRole('button', { name: '代录盖章表' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(scan)
  await dialog.getByText(`已上传：${scan.name}`).waitFor()
  for (const department of await dialog.getByRole('checkbox').all()) await department.check()
  for (const day of await dialog.getByLabel(/盖章日期$/).all()) {
    await day.fill(sealedOn)
    await day.press('Enter')
  }
  await dialog.getByRole('button', { name: '代录', exact: true }).click()
  await told(page, '已代录')
}
