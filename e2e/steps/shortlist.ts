import type { Page } from 'playwright-core'
import { told } from './desk.ts'

/** Turns to a category of the list. */
export const turnTo = (page: Page, category: string) =>
  page.locator('.choice-tools').getByText(category, { exact: true }).click()

/** Ticks names by the space bar, going down with the arrow key. */
export const tickFirst = async (page: Page, count: number): Promise<void> => {
  const boxes = page.locator('.choice-list').getByRole('checkbox', { name: /^选定/ })
  await boxes.first().focus()
  for (let n = 0; n < count; n += 1) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
}

/** Whoever was not ticked in the category is left out. */
export const leaveOutRest = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^其余\d+个不选$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

type Grounds = { reason: string; basis: string }

const openAct = async (page: Page, act: string): Promise<void> => {
  await page.getByRole('button', { name: '调整名单' }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

const choose = async (page: Page, label: string, name: string): Promise<void> => {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click()
  await page.keyboard.type(name)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option-content').first().waitFor()
  await page.keyboard.press('Enter')
}

const finish = async (page: Page, act: string, { reason, basis }: Grounds): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由（必填）').fill(reason)
  await dialog.getByLabel(/^依据/).fill(basis)
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await told(page, `已${act}`)
  await dialog.waitFor({ state: 'hidden' })
}

/** 撤下 one name of the list. */
export const takeOff = async (page: Page, name: string, grounds: Grounds): Promise<void> => {
  await openAct(page, '撤下')
  await choose(page, '对象', name)
  await finish(page, '撤下', grounds)
}

/** 递补: somebody who was left out comes into the place of one who is gone. */
export const succeed = async (page: Page, gone: string, newcomer: string, grounds: Grounds): Promise<void> => {
  await openAct(page, '递补')
  await choose(page, '空出名额的对象', gone)
  await choose(page, '补入的对象', newcomer)
  await finish(page, '递补', grounds)
}
