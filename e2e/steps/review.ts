import type { Page } from 'playwright-core'
import { told } from './desk.ts'

/** Opens a nominee of the list that is gone through one by one. */
export const openReviewed = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('row').filter({ hasText: name }).first().click()
  await page.locator('.review-panel').getByRole('heading', { name }).waitFor()
}

/** Answers every item of the checklist with yes, and waits until that is kept. */
export const tickAll = async (page: Page): Promise<void> => {
  const list = page.getByRole('region', { name: '审核清单' })
  for (const line of await list.getByRole('radiogroup').all()) await line.getByText('是', { exact: true }).click()
  await list.getByText('已填齐，随填随存').waitFor()
}

export const pass = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '通过，看下一个' }).click()
}

export const refuse = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('button', { name: '不通过', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

type Meeting = {
  attendees: string
  resolution: string
  /** Whose name was struck out by hand, and what stands beside it. */
  struck?: { name: string; note: string }
  scan: { name: string; mimeType: string; buffer: Buffer }
}

/** 登记结果: a meeting as it was held, with the scan of the page. */
export const recordMeeting = async (page: Page, meeting: Meeting): Promise<void> => {
  await page.getByRole('button', { name: '登记结果' }).click()
  await page.getByLabel('参加人员').fill(meeting.attendees)
  await page.getByLabel('结论').fill(meeting.resolution)
  if (meeting.struck) {
    await page.getByLabel('添加有手写改动的对象').click()
    await page.keyboard.type(meeting.struck.name)
    await page.keyboard.press('Enter')
    await page.getByLabel(`“${meeting.struck.name}”的改动说明`).fill(meeting.struck.note)
  }
  const stored = page.waitForResponse(reply => reply.url().includes('/api/files') && reply.request().method() === 'PUT')
  await page.locator('form input[type=file]').setInputFiles(meeting.scan)
  await stored
  await page.getByRole('button', { name: '保存登记' }).click()
  await told(page, '已登记')
}
