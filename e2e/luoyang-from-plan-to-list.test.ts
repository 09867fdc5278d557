import { expect, it } from 'vitest'
import { officePeople, settle } from '#database/demo/people.ts'
import { unitsOf } from '#database/demo/recommend.ts'
import { addUnit } from '#kernel/units/index.ts'
import { sampleNominee, shippedPlan } from '#modules/selection/index.ts'
import { campaignsApi, reviewApi } from '#modules/selection/shared/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { look, openHouse } from './house.ts'
import { ask } from './steps/ask.ts'
import { told } from './steps/desk.ts'
import { fillForm, jpegFile, saved, typeAt, writeTexts } from './steps/editor.ts'
import { approve, issue, openNotice, sendForCheck } from './steps/notice.ts'
import { portrait, scan } from './steps/pictures.ts'
import { draftFrom, publish, start } from './steps/plan.ts'
import { openReviewed, pass, recordMeeting, refuse, tickAll } from './steps/review.ts'
import { namesOn } from './steps/site.ts'
import { closeStage, openStage, openUnit, receive } from './steps/stage.ts'
import { addNominee, handUp, openList, ranking, registerNotice } from './steps/submission.ts'
import { otherUnits, peopleOf } from './steps/units.ts'

const house = await openHouse({ today: '2021-12-24' })
const city = await inTransaction(house.db, tx => addUnit(tx, { name: '洛阳市', kind: 'city', regionCode: '410300' }))
await settle(house.db, city, officePeople('city', ['王芳', '李强', '陈刚', '周晓东', '赵海燕']))
const title = '“我为群众办实事”“百名先进”推选活动'
const plan = await shippedPlan('luoyang-2021')
const proof = jpegFile('公示截图.jpg', await scan())
const papers = { photo: jpegFile('照片.jpg', await portrait('#3f7fd0')), scan: jpegFile('盖章页.jpg', await scan()) }

let campaignId = 0
let others: Awaited<ReturnType<typeof otherUnits>>
const rows = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(house.db)).rows
const stateOf = async (unit: string) =>
  (
    await rows(sql<{ state: string }>`select s.state from selection.submission s
      join units.unit u on u.id = s.unit_id where u.name = ${unit}`)
  )[0]!.state

it('24 December: the office drafts from the shipped plan, sees what it implies, and publishes it', async () => {
  const office = await house.as('city-clerk')
  await draftFrom(office, title)
  await office.getByText('按当前内容和现行工作日历推演').waitFor()
  await look(office, 'luoyang-plan')
  await publish(office)
  expect(await rows(sql`select version from selection.plan_version`)).toEqual([{ version: 1 }])
})

it('It starts the campaign: the real units are there with their quotas', async () => {
  const office = await house.as('city-clerk')
  await start(office)
  await office.getByRole('heading', { level: 1, name: title }).waitFor()
  await look(office, 'luoyang-overview')
  expect(await rows(sql`select count(*)::int as n from selection.submission`)).toEqual([{ n: 58 }])
  campaignId = Number(office.url().split('/').at(-1))
  const units = await unitsOf(house.db, campaignId)
  others = await otherUnits(house, {
    organiser: 'city-clerk',
    campaignId,
    plan: plan.id,
    ground: 'blue',
    mediaLevel: 'county',
    share: 0.1,
  })
  await peopleOf(house, units[0]!, 'laocheng', ['李春梅', '张建军'])
  await peopleOf(house, units[1]!, 'xigong', ['孙立', '何平'])
})

it.each(plan.categories.map(({ key, name }) => [name, key]))(
  'Laocheng puts up one more for %s by typing the whole form',
  async (category, key) => {
    const clerk = await house.as('laocheng-clerk')
    if (key === 'project') await others.put(others.unit('老城区'), '2021-12-24')
    await openList(clerk, /填报“百名先进”/)
    const id = await addNominee(clerk, category)
    const unit = plan.units[0]!
    const sample = { name: unit.name, class: unit.class, recommender: unit.recommender! }
    const made = sampleNominee(plan, key, sample, { seed: 77, today: '2021-12-24' })
    const form = plan.forms[plan.categories.find(each => each.key === key)!.form]!
    await fillForm(clerk, form, made.answers, papers, unit.class)
    await writeTexts(clerk, made.articles)
    for (const [tag, options] of Object.entries(made.particulars.tags))
      for (const option of options) await clerk.locator(`[data-path="tags.${tag}"]`).getByLabel(option).check()
    await saved(clerk)
    await look(clerk, `luoyang-typed-${key}`)
    const [stored] = await rows(sql<{ name: string; answers: Record<string, unknown>; problems: number }>`
      select name, answers, problems from selection.nomination where id = ${id}`)
    expect(stored!.name).toBe(made.name)
    expect(stored!.answers).toMatchObject({ name: made.name, recommender: unit.recommender })
    await clerk.getByText('必须改正').waitFor({ state: 'hidden' })
  },
)

it('It ranks them, registers its own notice, and has nothing left to correct', async () => {
  const clerk = await house.as('laocheng-clerk')
  await openList(clerk, /填报“百名先进”/)
  const before = await ranking(clerk, '党员服务标兵')
  await clerk.getByRole('button', { name: `${before[1]}上移` }).click()
  await registerNotice(clerk, '老城区人民政府网站', proof)
  await look(clerk, 'luoyang-workplace')
  const ranked = () =>
    rows(sql<{ name: string }>`select m.name from selection.nomination m join units.unit u on u.id = m.unit_id
      where u.name = '老城区' and category = 'member' order by rank`)
  await expect.poll(ranked, { timeout: 15_000 }).toEqual(before.toReversed().map(name => ({ name })))
})

it('30 December: the notice is over and the list goes up; the other 57 units have done the same', async () => {
  await others.fill(others.units.slice(1), '2021-12-24')
  await house.goTo('2021-12-30')
  const clerk = await house.as('laocheng-clerk')
  await clerk.reload()
  await openList(clerk, /填报“百名先进”/)
  await handUp(clerk)
  expect(await stateOf('老城区')).toBe('submitted')
  await others.handIn([others.unit('西工区')], false)
  await others.handIn(others.units.slice(2))
})

it('The office receives one list and sends another back, with a comment at the field', async () => {
  const office = await house.as('city-clerk')
  await office.goto('/desk/')
  await office.getByRole('link', { name: /2个单位已上报，待接收/ }).click()
  await look(office, 'luoyang-receiving')
  await office.getByRole('link', { name: '老城区', exact: true }).click()
  await office.getByRole('heading', { level: 1 }).filter({ hasText: '老城区' }).waitFor()
  await receive(office)
  expect(await stateOf('老城区')).toBe('accepted')
  await openUnit(office, title, '西工区')
  await office.getByRole('button', { name: '退回修改' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel('栏目').click()
  await office.keyboard.type('主要事迹')
  await office.keyboard.press('Enter')
  await dialog.getByLabel('要修改什么').fill('请把惠及户数核实清楚')
  await look(office, 'luoyang-return')
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await told(office, '已退回')
  expect(await stateOf('西工区')).toBe('returned')
})

it('Xigong finds what to change, changes it and hands up again; the office sees what is new in red', async () => {
  const clerk = await house.as('xigong-clerk')
  await openList(clerk, /被退回，修改后重报/)
  await look(clerk, 'luoyang-returned')
  await clerk.locator('.return-notes').getByRole('link').first().click()
  await typeAt(clerk, 'deeds', '走访困难家庭90户，帮助解决就医、入学、用水等问题120件，件件有回音。')
  await saved(clerk)
  await openList(clerk, /被退回，修改后重报/)
  await handUp(clerk, '重新上报')
  const office = await house.as('city-clerk')
  await openUnit(office, title, '西工区')
  await office.getByRole('button', { name: '看改动' }).first().click()
  await office.locator('.changes ins').filter({ hasText: '件有回音' }).waitFor()
  await look(office, 'luoyang-redline')
  await receive(office)
  expect(await stateOf('西工区')).toBe('accepted')
})

it('31 December: recommending ends, and the review goes through the nominees one by one', async () => {
  await house.goTo('2021-12-31')
  const office = await house.as('city-clerk')
  await openStage(office, title, '择优推荐')
  await look(office, 'luoyang-recommend-closing')
  await closeStage(office, '择优推荐')
  await office.getByRole('heading', { level: 1, name: '审核评选' }).waitFor()
  const params = { id: campaignId, stage: 'review' }
  const board = await ask(office, reviewApi.getReview, { params })
  expect(board.rows).toHaveLength(58 * 3 + 3)
  await openReviewed(office, board.rows[0]!.name)
  await tickAll(office)
  await look(office, 'luoyang-review')
  await pass(office)
  await office.locator('.review-panel').getByRole('heading', { name: board.rows[1]!.name }).waitFor()
  await tickAll(office)
  await refuse(office, '与已表彰项目重复')
  for (const { nominationId } of board.rows.slice(2)) {
    const reviewed = await ask(office, reviewApi.getReviewed, { params: { ...params, nominationId } })
    const answers = reviewed.items.map(({ key }) => ({ item: key, answer: 'yes' as const }))
    await ask(office, reviewApi.answerChecklist, { params: { ...params, nominationId }, body: { answers } })
  }
  const judgements = board.rows.slice(2).map(({ nominationId }) => ({ nominationId, outcome: 'pass' as const }))
  await ask(office, campaignsApi.judgePool, { params, body: { judgements } })
  await office.reload()
  await closeStage(office, '审核评选')
})

it('7 January: the leading group’s meeting is recorded with its scan and one name struck out by hand', async () => {
  await house.goTo('2022-01-07')
  const office = await house.as('city-clerk')
  await openStage(office, title, '审定')
  const [struck] = await rows(sql<{ name: string }>`select m.name from selection.nomination m
    join units.unit u on u.id = m.unit_id where u.name = '新安县' and category = 'member'`)
  await recordMeeting(office, {
    attendees: '领导小组全体成员',
    resolution: '原则同意所报名单，划去一名。',
    struck: { name: struck!.name, note: '会上划去，事迹不够突出' },
    scan: jpegFile('会议纪要.jpg', await scan()),
  })
  await look(office, 'luoyang-decided')
  await closeStage(office, '审定')
  expect(
    await rows(sql`select count(*)::int as n from selection.pool_entry e join selection.stage_run r on r.id = e.stage_run_id
      where r.stage = 'decide' and e.outcome = 'pass'`),
  ).toEqual([{ n: 58 * 3 + 3 - 2 }])
})

it('The list is numbered, drafted, checked and issued by three people; until then nobody outside sees a name', async () => {
  const office = await house.as('city-clerk')
  await openStage(office, title, '宣传发布')
  await office.getByRole('button', { name: '登入名册并编号' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await office.getByText(`已登入${58 * 3 + 1}个`).waitFor()
  await look(office, 'luoyang-register')
  await office.getByRole('button', { name: '拟公布名单' }).click()
  await office.waitForURL(/\/notices\/\d+$/)
  const list = `关于公布${title}名单的通告`
  const resident = await house.visitor({ javaScriptEnabled: false })
  expect((await resident.goto('/selection/luoyang-2021/results'))?.status()).toBe(404)
  await sendForCheck(office)
  const checker = await house.as('city-checker')
  await openNotice(checker, list)
  await approve(checker)
  const chief = await house.as('city-issuer')
  await openNotice(chief, list)
  await issue(chief)
  await resident.goto('/selection/luoyang-2021/results')
  await look(resident, 'luoyang-list')
  const honours = await rows(sql<{ name: string }>`select name from selection.honour order by id`)
  const shown = await namesOn(resident)
  expect(shown).toHaveLength(58 * 3 + 1)
  expect(shown).toEqual(honours.map(({ name }) => name))
})
