import type { Page } from 'playwright-core'
import { sceneJpeg, sheetJpeg } from '#database/demo/micro/scenes.ts'
import { jpegFile } from './editor.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** 下一步 of the proposal, once what was typed is saved. */
export const next = async (page: Page, step: RegExp): Promise<void> => {
  await button(page, '下一步').click()
  await page.getByRole('heading', { name: step }).waitFor()
}

/** Writes a name with a finger, in another hand for each seed. */
export const write = async (page: Page, canvas = page.locator('canvas').last(), seed = 1): Promise<void> => {
  await canvas.scrollIntoViewIfNeeded()
  const box = (await canvas.boundingBox())!
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  for (let stroke = 0; stroke < 5; stroke += 1) {
    const turn = ((seed * 37 + stroke * 53) % 50) / 100
    await page.mouse.move(...at(0.1 + stroke * 0.17, 0.2 + turn))
    await page.mouse.down()
    for (let n = 1; n <= 6; n += 1)
      await page.mouse.move(
        ...at(0.1 + stroke * 0.17 + (n * turn) / 20, 0.2 + turn + (n % 2 ? (0.05 * seed) % 0.3 : 0.2)),
      )
    await page.mouse.up()
  }
}

type Household = { head: string; door: string; phone?: string }

const fillHousehold = async (page: Page, { head, door, phone }: Household, at = 0): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('户主姓名').nth(at).fill(head)
  await dialog.getByLabel('门牌号（几组几号）').nth(at).fill(door)
  if (phone) await dialog.getByLabel('联系电话（选填）').nth(at).fill(phone)
}

/** 当面签 of some households, one after the other, at their doors. */
export const signFaceToFace = async (page: Page, households: Household[]): Promise<void> => {
  await button(page, '当面签名').click()
  for (const [seed, household] of households.entries()) {
    await fillHousehold(page, household)
    await button(page, '请户主签名').click()
    await write(page, page.getByRole('dialog').locator('canvas'), seed + household.head.charCodeAt(0))
    await button(page, '完成签名').click()
    await page.getByText(`${household.head}户已签名`).waitFor()
  }
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关闭|Close/ })
    .click()
}

/** 代录 of a sheet with some households on it. */
export const enterSheet = async (page: Page, households: Household[], seed: number): Promise<void> => {
  await button(page, '代录纸质签名').click()
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles(jpegFile('签名表.jpg', await sheetJpeg('signatures', seed)))
  await dialog.getByAltText('签名表照片').waitFor()
  for (const [at, household] of households.entries()) {
    if (at > 0) await dialog.getByRole('button', { name: '再加一户' }).click()
    await fillHousehold(page, household, at)
  }
  await dialog.getByRole('button', { name: `登记${households.length}户` }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** 签名链接 for one household. @returns the address that it is sent */
export const linkFor = async (page: Page, household: Household): Promise<string> => {
  await button(page, '签名链接').click()
  await fillHousehold(page, household)
  await button(page, '生成链接').click()
  const address = await page.getByLabel('链接地址').inputValue()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关闭|Close/ })
    .click()
  return address
}

/** Adds a picture to a part of a project and says that nobody is in it. */
export const addPicture = async (
  page: Page,
  part: string,
  seed: number,
  when: 'before' | 'after' | 'notice',
): Promise<void> => {
  const file = when === 'notice' ? await sheetJpeg('notice', seed) : await sceneJpeg('road', seed, when)
  await page.getByLabel(`选择${part}照片`).setInputFiles(jpegFile('现场.jpg', file))
  await page.getByAltText(`${part}的照片`).first().waitFor()
}
