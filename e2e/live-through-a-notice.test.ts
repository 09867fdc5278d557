import { expect, it } from 'vitest'
import { actorNamed, officePeople, settle } from '#database/demo/people.ts'
import { draftNotice } from '#kernel/publicity/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { look, openHouse } from './house.ts'
import { enterAs, pass } from './steps/demo.ts'
import { approve, issue, openNotice, sendForCheck } from './steps/notice.ts'
import { lookUp, namesOn, object, receiptOf } from './steps/site.ts'

const house = await openHouse({ today: '2026-05-20' })
const title = '“百名先进”拟表彰对象公示'
const city = await inTransaction(house.db, tx => addUnit(tx, { name: '示例三市', kind: 'city' }))
await settle(house.db, city, officePeople('city', ['王芳', '李强', '陈刚', '周晓东', '赵海燕']))
const clerk = await actorNamed(house.db, 'city-clerk')
const { code } = await inTransaction(house.db, tx =>
  draftNotice(tx, clerk, {
    module: 'notice-board',
    matterId: 1,
    stage: 'publicity',
    unitId: city,
    kind: 'publicity',
    title,
    workdays: 5,
    content: {
      intro: '经推荐、审核，现将拟表彰对象予以公示。',
      sections: [
        {
          heading: '党员服务标兵',
          items: [
            { key: 'a', name: '丁薇', unit: '示例甲县示例办公室', post: '副主任' },
            { key: 'b', name: '王建国', unit: '示例乙区示例办公室', post: '科员' },
          ],
        },
      ],
      objection: { office: '示例三市办公室', phone: '0379-00000000' },
    },
  }),
)
const objections = async () =>
  (
    await sql<{ state: string; name: string }>`
    select state, objector_name as name from publicity.objection order by id`.execute(house.db)
  ).rows

const staff = await house.visitor()
const resident = await house.visitor({ javaScriptEnabled: false })

it('A visitor comes in by the cards of the login page: the clerk sends a list up, and until it is issued nobody sees it', async () => {
  await enterAs(staff, '王芳')
  await openNotice(staff, title)
  await look(staff, 'notice-draft')
  await sendForCheck(staff)
  await resident.goto('/notices')
  expect(await resident.locator('main').innerText()).toContain('现在没有公示')
  expect((await resident.goto(`/notices/${code}`))?.status()).toBe(404)
})

it('The checker passes it, the chief signs it, and it is public the same minute', async () => {
  await enterAs(staff, '李强')
  await openNotice(staff, title)
  await approve(staff)
  await enterAs(staff, '陈刚')
  await openNotice(staff, title)
  await issue(staff)
  await resident.goto('/notices')
  await resident.getByRole('link', { name: title }).click()
  expect(await namesOn(resident)).toEqual(['丁薇', '王建国'])
  expect(await resident.locator('main').innerText()).toContain('示例甲县示例办公室')
  await look(resident, 'notice-public')
})

it('A resident without script reads it large, objects, is told what is missing at its field, and gets a receipt', async () => {
  await resident.getByRole('button', { name: '长辈版' }).click()
  expect(await resident.locator('html').getAttribute('data-mode')).toBe('elder')
  await look(resident, 'notice-elder')
  await resident.getByRole('link', { name: '反映情况' }).click()
  const objection = {
    about: '丁薇（示例甲县示例办公室）',
    words: '今年三月承诺修的路灯至今没有亮，材料里写已全部完成。',
    name: '张三',
  }
  await object(resident, { ...objection, phone: '12345' })
  await look(resident, 'objection-wrong')
  const wrong = resident.locator('.field-wrong')
  expect(await wrong.count()).toBe(1)
  expect(await wrong.innerText()).toContain('电话号码不正确')
  expect(await resident.getByLabel('反映的情况').inputValue()).toBe(objection.words)
  await object(resident, { ...objection, phone: '13900000001' })
  const receipt = await receiptOf(resident)
  expect(await objections()).toEqual([{ state: 'open', name: '张三' }])
  expect(await lookUp(resident, receipt)).toContain('尚未办结')
})

it('The named officer concludes it; whoever holds the receipt reads the answer, the page of the notice says nothing', async () => {
  await enterAs(staff, '周晓东')
  await staff.getByRole('link', { name: '异议受理' }).click()
  await staff.getByRole('link', { name: '丁薇' }).click()
  await look(staff, 'objection-case')
  const { receipt } = (await sql<{ receipt: string }>`select receipt from publicity.objection`.execute(house.db))
    .rows[0]!
  await staff.getByLabel('不属实', { exact: true }).check()
  await staff.getByRole('textbox', { name: '书面结论' }).fill('经现场核查，路灯已于四月底全部亮灯，有验收单。')
  await staff.getByLabel('给反映人的答复').fill('路灯已于四月底修好，感谢监督。')
  await staff.getByRole('button', { name: '办结' }).click()
  await staff.getByText('经现场核查').first().waitFor()
  expect(await objections()).toEqual([{ state: 'concluded', name: '张三' }])
  expect(await lookUp(resident, receipt)).toContain('感谢监督')
  await resident.goto(`/notices/${code}`)
  expect(await resident.locator('body').innerText()).not.toMatch(/张三|异议|暂缓/)
})

it('The visitor moves the clock through the period: on its last day the form is open, the day after it is closed', async () => {
  await pass(staff, '过7天')
  await resident.goto(`/notices/${code}`)
  expect(await resident.locator('main').innerText()).toContain('第5个工作日，共5个')
  await pass(staff, '过1天')
  await resident.goto(`/notices/${code}`)
  expect(await resident.locator('main').innerText()).toContain('公示期满')
  expect((await resident.goto(`/notices/${code}/object`))?.status()).toBe(409)
  await resident.goto(`/notices/${code}/proof`)
  expect(await resident.locator('main').innerText()).toContain('公示期间名单未改动')
  await look(resident, 'notice-proof')
})
