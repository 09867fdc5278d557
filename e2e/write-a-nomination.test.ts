import { describe, expect, it } from 'vitest'
import { officePeople, settle, unitPeople } from '#database/demo/people.ts'
import { unitsOf } from '#database/demo/recommend.ts'
import { addUnit } from '#kernel/units/index.ts'
import { plansApi } from '#modules/selection/shared/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { look, openHouse } from './house.ts'
import { ask } from './steps/ask.ts'
import { at, faultsAt, jpegFile, saved, typeAt } from './steps/editor.ts'
import { portrait } from './steps/pictures.ts'
import { addNominee, openList, ranking } from './steps/submission.ts'

const house = await openHouse({ today: '2021-12-24' })
const city = await inTransaction(house.db, tx => addUnit(tx, { name: '洛阳市', kind: 'city', regionCode: '410300' }))
await settle(house.db, city, officePeople('city', ['王芳', '李强', '陈刚', '周晓东', '赵海燕']))
const office = await house.behind('city-clerk')
const plan = await ask(office, plansApi.addPlan, { body: { from: { shipped: 'luoyang-2021' } } })
const version = await ask(office, plansApi.publishPlan, { params: { id: plan.id }, body: { reason: '首次发布' } })
const { id: campaignId } = await ask(office, plansApi.startCampaign, { body: { planVersionId: version.id } })
const units = await unitsOf(house.db, campaignId)
await settle(house.db, units[0]!.unitId, unitPeople('laocheng', '李春梅', '张建军'))
await settle(house.db, units[0]!.unitId, unitPeople('second', '孙立', '何平'))

const members = '党员服务标兵'
const stored = async (id: number) =>
  (
    await sql<{ answers: Record<string, unknown>; revision: number }>`
      select answers, revision from selection.nomination where id = ${id}`.execute(house.db)
  ).rows[0]!
let nominee = 0

describe('What is wrong is said at its field, and nothing typed is lost', () => {
  it('an ID number with a wrong check digit', async () => {
    const clerk = await house.as('laocheng-clerk')
    await openList(clerk, /填报“百名先进”/)
    await look(clerk, 'workplace-empty')
    nominee = await addNominee(clerk, members)
    await typeAt(clerk, 'name', '丁薇')
    await typeAt(clerk, 'idNumber', '410000198003071234')
    await saved(clerk)
    await look(clerk, 'editor-id-number')
    expect(await faultsAt(clerk, 'idNumber')).toEqual([expect.stringContaining('校验')])
    expect((await stored(nominee)).answers).toMatchObject({ name: '丁薇', idNumber: '410000198003071234' })
  })

  it('a résumé with a hole', async () => {
    const clerk = await house.as('laocheng-clerk')
    for (const [row, [start, end]] of [
      ['2001.07', '2010.06'],
      ['2010.11', '至今'],
    ].entries()) {
      await clerk.getByText('添加简历').click()
      await typeAt(clerk, `resume.${row}.start`, start!)
      await typeAt(clerk, `resume.${row}.end`, end!)
      await typeAt(clerk, `resume.${row}.unit`, '示例办公室')
      await typeAt(clerk, `resume.${row}.post`, '科员')
    }
    await saved(clerk)
    expect(await at(clerk, 'resume').innerText()).toContain('2010.06至2010.11空断4个月')
    await look(clerk, 'editor-resume-gap')
  })

  it('a photograph that is none, and then one', async () => {
    const clerk = await house.as('laocheng-clerk')
    const photo = at(clerk, 'photo')
    await photo
      .locator('input[type=file]')
      .setInputFiles({ name: '丁薇.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') })
    await photo.getByRole('alert').waitFor()
    await look(clerk, 'editor-no-photo')
    expect(await photo.getByRole('alert').innerText()).toMatch(/图片|照片|文件/)
    await photo.locator('input[type=file]').setInputFiles(jpegFile('丁薇.jpg', await portrait('#3f7fd0')))
    await photo.getByText('丁薇.jpg，高1252×宽826像素').waitFor()
    await saved(clerk)
    expect((await stored(nominee)).answers.photo).toMatchObject({ name: '丁薇.jpg', width: 826 })
  })

  it('one more than the quota', async () => {
    const clerk = await house.as('laocheng-clerk')
    for (const name of ['王建国', '吕静怡']) {
      await openList(clerk, /填报“百名先进”/)
      await addNominee(clerk, members)
      await typeAt(clerk, 'name', name)
      await saved(clerk)
    }
    await openList(clerk, /填报“百名先进”/)
    await look(clerk, 'workplace-full')
    expect(await clerk.getByRole('button', { name: '名额已满' }).isDisabled()).toBe(true)
  })
})

describe('Two people edit one nomination', () => {
  it('and choose field by field what stays', async () => {
    const first = await house.as('laocheng-clerk')
    const second = await house.as('second-clerk')
    for (const page of [first, second]) {
      await page.goto(`/desk/selection/nominations/${nominee}`)
      await page.getByRole('complementary', { name: '检查结果' }).waitFor()
    }
    await typeAt(first, 'postcode', '471000')
    await typeAt(first, 'name', '丁薇薇')
    await saved(first)
    await typeAt(second, 'email', 'dingwei@example.com')
    await typeAt(second, 'name', '丁巍')
    await second.keyboard.press('Control+s')
    const dialog = second.getByRole('dialog')
    await dialog.waitFor()
    await look(second, 'editor-conflict')
    await dialog.getByRole('button', { name: '全部用对方的' }).click()
    await dialog.getByRole('listitem').filter({ hasText: '电子邮箱' }).getByRole('radio').first().check()
    await dialog.getByRole('button', { name: '按所选保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await saved(second)
    expect((await stored(nominee)).answers).toMatchObject({
      name: '丁薇薇',
      postcode: '471000',
      email: 'dingwei@example.com',
    })
  })
})

describe('By keyboard alone', () => {
  it('a nominee is moved up the list, and the place is read out and kept', async () => {
    const clerk = await house.as('laocheng-clerk')
    await openList(clerk, /填报“百名先进”/)
    await expect.poll(() => ranking(clerk, members), { timeout: 15_000 }).toEqual(['丁薇薇', '王建国', '吕静怡'])
    const last = clerk.getByRole('link', { name: '吕静怡' })
    while (!(await last.evaluate(link => link === document.activeElement))) await clerk.keyboard.press('Tab')
    await clerk.keyboard.press('Alt+ArrowUp')
    await clerk.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => ranking(clerk, members), { timeout: 15_000 }).toEqual(['吕静怡', '丁薇薇', '王建国'])
    await clerk.getByText('吕静怡 移到第1位，共3位').waitFor({ state: 'attached' })
    await look(clerk, 'ranking')
    const ranked = async () =>
      (
        await sql<{ name: string }>`
          select name from selection.nomination where category = 'member' order by rank`.execute(house.db)
      ).rows.map(({ name }) => name)
    await expect.poll(ranked, { timeout: 15_000 }).toEqual(['吕静怡', '丁薇薇', '王建国'])
  })
})
