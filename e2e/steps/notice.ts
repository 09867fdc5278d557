import type { Page } from 'playwright-core'
import { confirm, told } from './desk.ts'

/** Opens a notice from the list of 公示与发布. */
export const openNotice = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: '公示与发布' }).click()
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const tickSecrecy = (page: Page) => page.getByLabel(/^已做保密审查/).check()

/** 拟稿—审核—签发, each by its own person, who finds the notice in the list. */
export const sendForCheck = async (page: Page): Promise<void> => {
  await tickSecrecy(page)
  await page.getByRole('button', { name: '送审', exact: true }).click()
  await told(page, '已送审')
}

export const approve = async (page: Page): Promise<void> => {
  await tickSecrecy(page)
  await page.getByRole('button', { name: '审核通过' }).click()
  await told(page, '已审核通过')
}

export const issue = async (page: Page): Promise<void> => {
  await confirm(page, '签发', { confirm: '签发' })
  await told(page, '已签发')
}
