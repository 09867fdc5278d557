import type { Page } from 'playwright-core'

/** Says that the page has shown a message of what was done. */
export const told = (page: Page, message: string | RegExp) =>
  page.locator('.ant-message-notice, .ant-notification-notice').filter({ hasText: message }).first().waitFor()

/** The sheet (card) of a desk page that has this heading. */
export const sheet = (page: Page, heading: string | RegExp) =>
  page
    .locator('.sheet')
    .filter({ has: page.getByRole('heading', { name: heading }) })
    .first()

/** Presses a button that asks first, answers what it asks and confirms. */
export const confirm = async (
  page: Page,
  button: string,
  answer: { confirm?: string; reason?: [label: string, words: string] } = {},
): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  if (answer.reason) await dialog.getByLabel(answer.reason[0]).fill(answer.reason[1])
  await dialog.getByRole('button', { name: answer.confirm ?? '确定', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens an address of the desk in the page that is open already, as a click on a link would. */
export const open = (page: Page, path: string) => page.goto(`/desk/${path}`)
