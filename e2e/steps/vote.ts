import type { Page } from 'playwright-core'
import { sequenceAll } from '#modules/ballot/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { told } from './desk.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** 在本平台建立投票, from one minute to another, Beijing time. */
export const layDown = async (page: Page, [opens, closes]: [string, string]): Promise<void> => {
  await page.getByPlaceholder('开始时间').fill(opens)
  await page.keyboard.press('Enter')
  await page.getByPlaceholder('截止时间').fill(closes)
  await page.keyboard.press('Enter')
  await button(page, '在本平台建立投票').click()
  await told(page, '已建立')
}

/** Looks a receipt up again, as its page says, until a signed head covers its ballot. */
export const untilSigned = async (page: Page, db: Db): Promise<void> => {
  while (!(await page.getByText('选票在记录里，有效').isVisible())) {
    await page.waitForTimeout(1000)
    await sequenceAll(db)
    await page.getByRole('link', { name: '再查一次' }).click()
  }
}

/** The code in the newest text message to a telephone. */
const codeSentTo = async (db: Db, phone: string): Promise<string> => {
  const { rows } = await sql<{ body: string }>`
    select body from notifications.message where address = ${phone} order by id desc limit 1`.execute(db)
  return /\d{6}/.exec(rows[0]!.body)![0]
}

/** 领取选票 with a telephone. */
export const getBallot = async (page: Page, db: Db, phone: string): Promise<void> => {
  await page.getByLabel('手机号码').fill(phone)
  await button(page, '获取验证码').click()
  await page.getByLabel('验证码').waitFor()
  await page.getByLabel('验证码').fill(await codeSentTo(db, phone))
  await button(page, '领取选票').click()
}

/** Chooses the first so many candidates that the page shows in each category, and casts. @returns the receipt's number */
export const castFirst = async (page: Page, counts: number[]): Promise<string> => {
  for (const [at, count] of counts.entries()) {
    const boxes = page.getByRole('checkbox').filter({ visible: true })
    await boxes.first().waitFor()
    for (let n = 0; n < count; n += 1) await boxes.nth(n).check()
    await button(page, at < counts.length - 1 ? '下一类' : '核对选票').click()
  }
  await button(page, '投出选票').click()
  await page.getByRole('heading', { name: '已经投出' }).waitFor()
  return (await page.locator('body').innerText()).match(/[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}/)![0]
}
