import type { Page } from 'playwright-core'
import { confirm, told } from './desk.ts'

/** Opens a stage from the overview of its campaign. */
export const openStage = async (page: Page, campaign: string, stage: string): Promise<void> => {
  await openCampaign(page, campaign)
  await page.locator('.stage-links').getByRole('link', { name: stage, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: stage, exact: true }).waitFor()
}

export const openCampaign = async (page: Page, campaign: string): Promise<void> => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /推选$/ }).click()
  await page.getByRole('link', { name: campaign }).click()
  await page.getByRole('heading', { level: 1, name: campaign }).waitFor()
}

/** Opens the list of a unit from the overview of its campaign. */
export const openUnit = async (page: Page, campaign: string, unit: string): Promise<void> => {
  await openCampaign(page, campaign)
  await page.getByRole('link', { name: unit, exact: true }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: unit }).waitFor()
}

/** 接收 the list of a unit that is open. */
export const receive = async (page: Page): Promise<void> => {
  await confirm(page, '接收')
  await told(page, '已接收')
}

/** 结束本环节; comes to the next one. */
export const closeStage = async (page: Page, stage: string): Promise<void> => {
  await confirm(page, '结束本环节')
  await told(page, `“${stage}”已结束`)
}
