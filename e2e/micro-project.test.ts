import { expect, it } from 'vitest'
import { sceneJpeg, sheetJpeg } from '#database/demo/micro/scenes.ts'
import { makeStreet } from '#database/demo/micro/street.ts'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { DESK } from '#platform/testing/browser.ts'
import { faultsOn } from '#platform/testing/pages.ts'
import { look, openHouse } from './house.ts'
import { told } from './steps/desk.ts'
import { jpegFile } from './steps/editor.ts'
import { addPicture, enterSheet, linkFor, next, signFaceToFace, write } from './steps/micro.ts'
import { smallControls } from './steps/thumbs.ts'

const house = await openHouse({ today: '2026-03-02' })
const { db } = house
const county = await inTransaction(db, tx => addUnit(tx, { name: '示例县', kind: 'county' }))
await makeStreet(db, county, 2026)
const phone = { width: 375, height: 760 }

/** Somebody's page at phone width. */
const phoneOf = async (login: string) => {
  const page = await house.as(login)
  await page.setViewportSize(phone)
  return page
}
let id = 0
const at = () => `/desk/micro/projects/${id}`
const stateOf = async () =>
  (await sql<{ state: string }>`select state from micro.project where id = ${id}`.execute(db)).rows[0]!.state

it('A representative proposes a work on the telephone, one question after the other; the network fails in between', async () => {
  const page = await phoneOf('village-rep')
  await page.goto('/desk/micro/new')
  await page.getByLabel('打算办件什么实事').fill('修补3组村道路面')
  await look(page, 'micro-new')
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('heading', { name: /第1步/ }).waitFor()
  id = Number(page.url().split('/').at(-1))
  await page.getByLabel('在什么地方').fill('3组至小学路口')
  await page.getByLabel('规模数量').fill('修补路面45米')
  await next(page, /第2步/)
  await page.context().setOffline(true)
  await page.getByLabel('预期效果').fill('方便36户出行')
  await page.getByText('连不上服务器').waitFor()
  await look(page, 'micro-offline')
  await page.context().setOffline(false)
  await page.getByLabel('经费来源').fill('街道服务群众专项经费')
  await page.getByLabel('什么时候开始').fill('2026-03-16')
  await page.getByLabel('什么时候完成').fill('2026-04-02')
  await next(page, /第3步/)
  await page.getByRole('button', { name: '加一行' }).click()
  await page.getByLabel('第1行买什么').fill('水泥和工钱')
  await page.getByLabel('第1行金额').fill('336')
  await page.getByText('劳务工资不得在专项经费中列支').first().waitFor()
  await look(page, 'micro-wage')
  await page.getByLabel('第1行买什么').fill('水泥')
  await next(page, /第4步/)
  await addPicture(page, '实施前', 1, 'before')
  await page.getByText('没有人脸、门牌号和车牌').first().click()
  await look(page, 'micro-before')
  await next(page, /第5步/)
  const { rows } = await sql<{ brief: { effect: string } }>`select brief from micro.project where id = ${id}`.execute(
    db,
  )
  expect(rows[0]!.brief.effect).toBe('方便36户出行')
})

it('Six households sign: at the door, without a network too, on paper that the staff enters, and by a link of their own', async () => {
  const page = await phoneOf('village-rep')
  await signFaceToFace(page, [
    { head: '张福生', door: '3组1号' },
    { head: '李桂花', door: '3组2号' },
  ])
  await page.getByText('群众户签名2户').waitFor()
  await page.context().setOffline(true)
  await signFaceToFace(page, [{ head: '王长庚', door: '3组3号' }])
  await page.getByText(/王长庚户：已签名，尚未发出/).waitFor()
  const sign = page.getByRole('link', { name: '还有1户签名等待发送' })
  await sign.waitFor()
  await page.route('**/signatures/face', route => route.abort())
  await page.context().setOffline(false)
  await page.goto('/desk/micro')
  await sign.waitFor()
  await look(page, 'micro-waiting')
  await page.unroute('**/signatures/face')
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await sign.waitFor({ state: 'detached' })
  await page.goto(at())
  for (const step of [2, 3, 4, 5]) await next(page, new RegExp(`第${step}步`))
  await page.getByText('群众户签名3户').waitFor()
  const address = await linkFor(page, { head: '赵秀珍', door: '3组4号', phone: '13600000004' })
  const staff = await phoneOf('village-staff')
  await staff.goto(at())
  for (const step of [2, 3, 4, 5]) await next(staff, new RegExp(`第${step}步`))
  await enterSheet(
    staff,
    [
      { head: '钱有根', door: '3组5号' },
      { head: '孙玉梅', door: '3组6号' },
    ],
    3,
  )
  const own = await house.visitor({ viewport: phone })
  await own.goto(new URL(address).pathname)
  await own.getByLabel(/户主姓名/).fill('别人')
  await write(own, own.locator('#pad'), 9)
  await own.getByRole('button', { name: '提交签名' }).click()
  await own.locator('#message').waitFor()
  await look(own, 'micro-link')
  await own.getByLabel(/户主姓名/).fill('0004')
  await own.getByRole('button', { name: '提交签名' }).click()
  await own.locator('#done').waitFor()
  await own.goto(new URL(address).pathname)
  await own.getByText('已经用过').waitFor()
  await page.reload()
  await page.getByText(/群众户签名6户/).waitFor()
  await page.getByRole('button', { name: '登记党员、代表签名' }).click()
  const choice = page.getByRole('combobox', { name: '签名的党员、代表' })
  for (const name of ['刘国梁', '刘国华']) {
    await choice.fill(name)
    await page.getByTitle(new RegExp(name)).last().click()
  }
  const dialog = page.getByRole('dialog', { name: '登记党员、代表签名' })
  await dialog.getByText('在签名表上签了').click()
  await dialog.locator('input[type=file]').setInputFiles(jpegFile('签名表.jpg', await sheetJpeg('signatures', 31)))
  await dialog.getByText(/没有读到编号/).waitFor()
  await dialog.getByRole('button', { name: '登记2名' }).click()
  await look(page, 'micro-signatures')
  await next(page, /第6步/)
  await page.getByText('可以提交').waitFor()
  await look(page, 'micro-review')
  await page.getByRole('button', { name: '提交村（社区）党组织' }).click()
  await told(page, '已提交')
  expect(await stateOf()).toBe('secretary')
})

it('The village, the office after calling back, the leader, finance and the meeting agree, each another person', async () => {
  const agree = async (login: string, comment = '') => {
    const page = await phoneOf(login)
    await page.goto(at())
    await page.getByLabel('意见').fill(comment)
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await told(page, '已办理')
    return page
  }
  await agree('village-secretary')
  const office = await phoneOf('street-office')
  await office.goto(`/desk/micro/call-backs?project=${id}`)
  await look(office, 'micro-call-backs')
  for (const _ of [1, 2]) {
    await office.getByRole('button', { name: '本人签名' }).first().click()
    await told(office, '已登记')
    await office.getByRole('button', { name: '本人签名' }).first().isVisible()
  }
  await agree('street-office', '三户住在一处，当时都在场，已电话核实。')
  await agree('street-leader')
  const finance = await phoneOf('street-finance')
  await finance.goto(at())
  await finance.getByLabel('核定金额').fill('300')
  await look(finance, 'micro-amount')
  await finance.getByRole('button', { name: '同意', exact: true }).click()
  await told(finance, '已办理')
  const member = await phoneOf('street-member')
  await member.goto('/desk/micro/meetings')
  await member.getByLabel('参会人员').fill('街道党工委委员7人')
  await look(member, 'micro-meeting')
  await member.getByRole('button', { name: '登记会议' }).click()
  await told(member, '会议已登记')
  expect(await stateOf()).toBe('building')
})

it('A photograph taken without a network leaves while another page of the desk is open', async () => {
  const staff = await phoneOf('village-staff')
  await staff.goto(at())
  const capture = staff.getByLabel('选择实施中照片')
  await capture.waitFor({ state: 'attached' })
  await staff.context().setOffline(true)
  await capture.setInputFiles(jpegFile('施工.jpg', await sceneJpeg('road', 31, 'before')))
  await staff.getByText('照片已经存在本机').waitFor()
  await look(staff, 'micro-kept-picture')
  await staff.route('**/files/uploads', route => route.abort())
  await staff.context().setOffline(false)
  await staff.goto('/desk/micro')
  const sign = staff.getByRole('link', { name: '还有1张照片等待发送' })
  await sign.waitFor()
  await look(staff, 'micro-waiting-picture')
  await staff.unroute('**/files/uploads')
  await staff.context().setOffline(true)
  await staff.context().setOffline(false)
  await sign.waitFor({ state: 'detached' })
  const { rows } = await sql<{ part: string }>`
    select part from micro.picture where project_id = ${id} and part <> 'before'`.execute(db)
  expect(rows).toEqual([{ part: 'during' }])
})

it('It is built, shown before and after, accounted for, and publicised on the wall and on the site', async () => {
  await house.goTo('2026-04-02')
  const staff = await phoneOf('village-staff')
  await staff.goto(at())
  await addPicture(staff, '完成后', 1, 'after')
  const after = staff.getByRole('heading', { name: '完成后' }).locator('xpath=..')
  await after.getByText('没有人脸、门牌号和车牌').click()
  await staff.getByRole('button', { name: '登记一笔开支' }).click()
  await staff.getByLabel('买了什么').fill('水泥12包')
  await staff.getByLabel('金额').fill('296.50')
  await staff
    .locator('.expense-form input[type=file]')
    .setInputFiles(jpegFile('票据.jpg', await sheetJpeg('receipt', 5)))
  await staff.getByText('已上传：票据.jpg').waitFor()
  await staff.getByRole('button', { name: '登记', exact: true }).click()
  await told(staff, '已登记')
  await staff.getByLabel('参与人数').fill('12')
  await staff.getByLabel('完成情况').fill('路面已修补45米，由党员群众义务完成。')
  await look(staff, 'micro-complete')
  await staff.getByRole('button', { name: '登记完工' }).click()
  await told(staff, '已登记完工')
  await staff.getByRole('button', { name: '拟写公示并送审' }).click()
  await told(staff, '公示已送审')
  await staff.getByRole('button', { name: '登记张贴' }).click()
  await told(staff, '已登记张贴')
  await addPicture(staff, '公示张贴', 4, 'notice')
  const secretary = await phoneOf('village-secretary')
  await secretary.goto(at())
  await secretary.getByLabel(/已核对/).check()
  await secretary.getByRole('button', { name: '审核通过' }).click()
  await told(secretary, '已审核')
  const office = await phoneOf('street-office')
  await office.goto(at())
  await office.getByRole('button', { name: '签发上网' }).click()
  await told(office, '已签发')
  const visitor = await house.visitor({ viewport: phone })
  await visitor.goto('/micro')
  await visitor
    .getByRole('link', { name: /修补3组村道路面/ })
    .first()
    .click()
  await visitor
    .getByText(/监督电话/)
    .first()
    .waitFor()
  await look(visitor, 'micro-public')
})

it('Acceptance waits for five working days past the holiday, then comes the plaque and the money, once', async () => {
  const secretary = await phoneOf('village-secretary')
  await house.goTo('2026-04-10')
  await secretary.goto(at())
  await secretary.getByRole('button', { name: '同意并报街道验收' }).click()
  await secretary.getByText('公示仅满4个工作日，最早2026年4月11日方可填报验收表。').first().waitFor()
  await look(secretary, 'micro-too-early')
  await house.goTo('2026-04-13')
  await secretary.reload()
  await secretary.getByRole('button', { name: '同意并报街道验收' }).click()
  await told(secretary, '验收表已填报')
  const member = await phoneOf('street-member')
  await member.goto(at())
  await member.getByRole('button', { name: '验收合格' }).click()
  await told(member, '已办理')
  const office = await phoneOf('street-office')
  await office.goto(at())
  await office.getByRole('button', { name: '安排制作' }).click()
  await told(office, '已登记制作')
  const finance = await phoneOf('street-finance')
  await finance.goto(at())
  await finance.getByLabel('收款的村（社区）集体账户').fill('示例东村集体账户')
  await finance.getByLabel('凭证号').fill('记-0413-1')
  await look(finance, 'micro-payment')
  await finance.getByRole('button', { name: '登记拨付' }).click()
  await told(finance, '已登记拨付')
  expect(await stateOf()).toBe('paid')
  const { rows } = await sql<{ sum: number; paid: number }>`
    select sum(balance_fen)::int as sum, sum(balance_fen) filter (where kind = 'paid')::int as paid from micro.account`.execute(
    db,
  )
  expect(rows).toEqual([{ sum: 0, paid: 29_650 }])
  const staff = await phoneOf('village-staff')
  await staff.goto(at())
  await staff.getByRole('button', { name: '登记挂牌' }).click()
  await told(staff, '已登记挂牌')
  await look(staff, 'micro-plaque')
})

it('Everybody’s pages can be read by everyone, on a telephone and in an office', async () => {
  const own = {
    'village-rep': ['', '/new', '/money'],
    'village-staff': ['/members', `/projects/${id}`],
    'street-office': ['/programme', '/call-backs', '/board'],
    'street-finance': ['/money', `/projects/${id}`],
    'street-member': ['/meetings'],
  }
  const faults: string[] = []
  for (const [login, paths] of Object.entries(own)) {
    const page = await phoneOf(login)
    for (const path of paths) {
      await page.setViewportSize(phone)
      await page.goto(`/desk/micro${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const onPhone = [...(await faultsOn(page)), ...(await smallControls(page))]
      await look(page, `micro-phone-${login}${path.replaceAll('/', '-')}`)
      await page.setViewportSize(DESK)
      await look(page, `micro-desk-${login}${path.replaceAll('/', '-')}`)
      const all = [...onPhone.map(each => `telephone: ${each}`), ...(await faultsOn(page))]
      faults.push(...all.map(each => `${login} ${path}: ${each}`))
    }
  }
  expect(faults).toEqual([])
})
