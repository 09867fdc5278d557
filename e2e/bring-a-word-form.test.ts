import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { officePeople, settle, unitPeople } from '#database/demo/people.ts'
import { unitsOf } from '#database/demo/recommend.ts'
import { addUnit } from '#kernel/units/index.ts'
import { readBroughtForms } from '#modules/selection/index.ts'
import { plansApi } from '#modules/selection/shared/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { look, openHouse } from './house.ts'
import { ask } from './steps/ask.ts'
import { saved, typeAt } from './steps/editor.ts'
import { openList } from './steps/submission.ts'

const house = await openHouse({ today: '2021-12-24' })
const city = await inTransaction(house.db, tx => addUnit(tx, { name: '洛阳市', kind: 'city', regionCode: '410300' }))
await settle(house.db, city, officePeople('city', ['王芳', '李强', '陈刚', '周晓东', '赵海燕']))
const office = await house.behind('city-clerk')
const plan = await ask(office, plansApi.addPlan, { body: { from: { shipped: 'luoyang-2021' } } })
const version = await ask(office, plansApi.publishPlan, { params: { id: plan.id }, body: { reason: '首次发布' } })
const { id: campaignId } = await ask(office, plansApi.startCampaign, { body: { planVersionId: version.id } })
const units = await unitsOf(house.db, campaignId)
await settle(house.db, units[0]!.unitId, unitPeople('laocheng', '李春梅', '张建军'))

const downloaded = async (page: Page, act: () => Promise<unknown>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return readFile(await download.path())
}

/** Types words into the empty cell behind a label, as somebody does in Word. */
const typedInto = (xml: string, [label, value]: [string, string]): string => {
  const words = [...label].join('(?:<[^>]+>|\\s)*')
  const cell = new RegExp(`(${words}(?:(?!</w:tc>).)*</w:tc>\\s*<w:tc>(?:(?!</w:tc>).)*?)(</w:p>)`, 's')
  return xml.replace(cell, `$1<w:r><w:t>${value}</w:t></w:r>$2`)
}

const filledIn = (blank: Buffer, cells: [string, string][]): Buffer => {
  const parts = unzipSync(blank)
  const whole = strFromU8(parts['word/document.xml']!)
  const table = whole.indexOf('<w:tbl>')
  const xml = whole.slice(0, table) + cells.reduce(typedInto, whole.slice(table))
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
}

const answersOf = async (name: string) => {
  const { rows } = await sql<{ id: number; answers: Record<string, { evidence?: object }> }>`
    select id, answers from selection.nomination where name = ${name}`.execute(house.db)
  return rows[0]!
}

describe('A form that a unit fills in as a Word file', () => {
  it('is downloaded empty, read in, two cells corrected, and put on the list', async () => {
    const clerk = await house.as('laocheng-clerk')
    await openList(clerk, /填报“百名先进”/)
    const link = clerk.getByRole('link', { name: /下载.*党员服务标兵.*空白.*Word（.docx）/u })
    const form = filledIn(await downloaded(clerk, () => link.click()), [
      ['姓名', '丁薇'],
      ['性别', '不祥'],
      ['民族', '汉'],
      ['政治面貌', '党员'],
      ['籍贯', '河南洛阳'],
      ['工作单位', '示例市老城区示例街道办事处'],
      ['个人简历', '2001.07—至今  示例街道办事处  主任'],
      ['主要事迹', '2021年走访居民3600户，办成实事12件。'],
    ])
    await clerk.getByRole('link', { name: '读入填好的表' }).click()
    await clerk.getByRole('button', { name: '选择 Word 文件' }).waitFor()
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    await clerk.locator('input[type=file]').setInputFiles({ name: '丁薇.docx', mimeType, buffer: form })
    await clerk.getByText('等待读取').waitFor()
    await readBroughtForms(house.db)
    await clerk.getByRole('button', { name: '核对', exact: true }).click()
    await clerk.getByText('原文对照').waitFor()
    await look(clerk, 'word-form-read')
    expect(await clerk.locator('[data-path=gender]').innerText()).toContain('原文：“不祥”')
    await clerk.locator('[data-path=gender]').getByText('女', { exact: true }).click()
    await typeAt(clerk, 'nativePlace', '河南省洛阳市')
    await clerk.getByRole('button', { name: '核对无误，存入名单' }).click()
    await clerk.getByText('打开这份表').waitFor()
    const { answers } = await answersOf('丁薇')
    expect(answers).toMatchObject({
      gender: '女',
      ethnicGroup: '汉族',
      politicalStatus: '中共党员',
      nativePlace: '河南省洛阳市',
      resume: [{ start: '2001.07', end: '至今', unit: '示例街道办事处', post: '主任' }],
    })
  })

  it('is printed, stamped, and its scan finds the form by the code at the foot', async () => {
    const clerk = await house.as('laocheng-clerk')
    await clerk.getByText('打开这份表').click()
    await typeAt(clerk, 'homeAddress', '示例市老城区示例街道1号')
    await saved(clerk)
    const { id } = await answersOf('丁薇')
    const printed = await clerk.request.get(`${house.origin}/api/selection/nominations/${id}/papers/form/pdf`)
    expect(printed.headers()['content-type']).toBe('application/pdf')
    await openList(clerk, /填报“百名先进”/)
    await clerk.getByRole('link', { name: /上传盖章页/ }).click()
    await clerk.getByRole('button', { name: '选择扫描件或照片' }).waitFor()
    const pdf = { name: '盖章页.pdf', mimeType: 'application/pdf', buffer: await printed.body() }
    await clerk.locator('input[type=file]').setInputFiles(pdf)
    await clerk.getByText('与现在的内容一致').first().waitFor()
    await look(clerk, 'stamped-scan')
    const page = clerk.locator('.scan-page').last()
    await page.getByLabel('工作单位意见', { exact: true }).check()
    await page.getByRole('button', { name: '附到表上' }).click()
    await clerk.getByText('已附上').waitFor()
    expect((await answersOf('丁薇')).answers.unitOpinion?.evidence).toMatchObject({ kind: 'scan', name: '盖章页.pdf' })
  })

  it('that is photographed without its code is put to the form by hand', async () => {
    const clerk = await house.as('laocheng-clerk')
    const photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer()
    await clerk.locator('input[type=file]').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: photo })
    await clerk.getByText('没有核对码').waitFor()
    const page = clerk.locator('.scan-page').last()
    await page.getByRole('combobox').first().click()
    await clerk.getByTitle(/丁薇/).last().click()
    await page.getByLabel('工作单位纪检监察部门意见').check()
    await page.getByRole('button', { name: '附到表上' }).click()
    await expect.poll(async () => (await answersOf('丁薇')).answers.disciplineOpinion?.evidence).toBeTruthy()
    await look(clerk, 'scan-by-hand')
  })
})
