import type { Page } from 'playwright-core'
import { look } from '../house.ts'

/** Comes in by a card of the login page. */
export const enterAs = async (page: Page, name: string): Promise<void> => {
  await page.goto('/desk/login')
  const card = page.getByRole('button', { name })
  await card.waitFor()
  await look(page, 'login')
  await card.click()
  await page.getByRole('heading', { name: `${name}，您好` }).waitFor()
}

/** Moves the demo's clock by one of its steps: 过1天, 过7天, 过30天. */
export const pass = async (page: Page, step: string): Promise<void> => {
  const clock = page.getByRole('button', { name: /^演示日期/ })
  const before = await clock.getAttribute('aria-label')
  await clock.click()
  await page.getByRole('button', { name: step }).click()
  await page.waitForFunction(label => !document.querySelector(`[aria-label="${label}"]`), before)
  await page.keyboard.press('Escape')
}
