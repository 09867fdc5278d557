import { expect, it } from 'vitest'
import { unitsOf } from '#database/demo/recommend.ts'
import { shortlistApi } from '#modules/selection/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import { look } from '../house.ts'
import { ask } from '../steps/ask.ts'
import { confirm, told } from '../steps/desk.ts'
import { fillFollowers, meet, vetOnPaper } from '../steps/party.ts'
import { draftFrom, publish, start } from '../steps/plan.ts'
import { leaveOutRest, succeed, takeOff, tickFirst, turnTo } from '../steps/shortlist.ts'
import { closeStage, openStage, openUnit, receive } from '../steps/stage.ts'
import { handUp, openList, registerNotice } from '../steps/submission.ts'
import { otherUnits, peopleOf } from '../steps/units.ts'
import { askDepartments, enterSheet, openStep } from '../steps/vetting.ts'
import { at, house, paper, plan, rows, stateOf, story, title, unitAt } from './house.ts'

const task = /填报“十佳百优”/
let newcomer = ''

/** Names of a category in the shortlist that nobody has chosen or left out yet. */
const undecided = (category: string) =>
  rows(sql`select e.nomination_id from selection.pool_entry e join selection.stage_run r on r.id = e.stage_run_id
    where r.stage = 'shortlist' and e.category = ${category} and e.outcome = 'pending'`)
const patient = { timeout: 20_000 }

it('17 March 2017: the department publishes the plan, reading that 138 places are fewer than 150, and starts it', async () => {
  const office = await house.as('city-clerk')
  await draftFrom(office, title)
  await office.getByText('按当前内容和现行工作日历推演').waitFor()
  const remarks = await publish(office)
  expect(remarks.join()).toContain('138')
  await look(office, 'jiaozuo-published')
  await start(office)
  await office.getByRole('heading', { level: 1, name: title }).waitFor()
  story.campaignId = Number(office.url().split('/').at(-1))
  expect(await unitsOf(house.db, story.campaignId)).toHaveLength(21)
  const scene = {
    organiser: 'city-clerk',
    campaignId: story.campaignId,
    plan: plan.id,
    ground: 'white',
    mediaLevel: 'county',
  } as const
  story.others = await otherUnits(house, { ...scene, share: 1 })
  for (const [index, unit] of story.others.units.entries())
    await peopleOf(house, unit, `unit${index}`, ['李春梅', '张建军'])
})

it('20 March: lists are drawn up; the secretaries of the organisations stand on them by themselves', async () => {
  await house.goTo('2017-03-20')
  for (const [index, unit] of story.others.units.entries()) {
    await story.others.put(unit, '2017-03-20')
    await fillFollowers(house, unitAt(index))
  }
  const clerk = await house.as('unit0-clerk')
  await openList(clerk, task)
  await clerk.getByText('按规定自动列入').first().waitFor()
  await look(clerk, 'jiaozuo-workplace')
  expect(await rows(sql`select count(*)::int as n from selection.nomination where origin = 'automatic'`)).toEqual([
    { n: 33 },
  ])
})

it('Jiefang asks seven departments and enters the sheet that they stamped on paper', async () => {
  const clerk = await house.as('unit0-clerk')
  await openStep(clerk, '推荐单位征求意见')
  await askDepartments(clerk, '组函〔2017〕9号')
  await look(clerk, 'jiaozuo-asked')
  await enterSheet(clerk, paper, '2017-03-20')
  await clerk.getByText('各部门均已回复').waitFor()
  await look(clerk, 'jiaozuo-vetted')
  const given = await rows(sql`select distinct q.state, o.opinion, o.sealed_on::text as "sealedOn"
    from selection.vet_request q join selection.vet_opinion o on o.request_id = q.id`)
  expect(given).toEqual([{ state: 'answered', opinion: 'none', sealedOn: '2017-03-20' }])
})

it('It publishes its list at home; the other units do the same', async () => {
  const clerk = await house.as('unit0-clerk')
  await openList(clerk, task)
  await registerNotice(clerk, '解放区党建网', paper)
  for (const [index, unit] of story.others.units.entries())
    if (index > 0) {
      await vetOnPaper(house, unitAt(index))
      await story.others.publish(unit, '2017-03-20')
    }
  await meet(house, '2017-04-05')
  expect(await rows(sql`select count(*)::int as n from selection.local_notice`)).toEqual([{ n: 21 }])
})

it('14 April: Jiefang hands up, takes its list back, and hands it up again', async () => {
  await house.goTo('2017-04-14')
  const clerk = await house.as('unit0-clerk')
  await clerk.reload()
  await openList(clerk, task)
  await handUp(clerk)
  expect(await stateOf('解放区')).toBe('submitted')
  await confirm(clerk, '撤回')
  await told(clerk, '已撤回')
  expect(await stateOf('解放区')).toBe('open')
  await handUp(clerk)
  expect(await stateOf('解放区')).toBe('submitted')
})

it('The department sends Zhongzhan’s list back as a whole, and receives both once it has come again', async () => {
  await story.others.handIn([story.others.units[1]!], false)
  await story.others.handIn(story.others.units.slice(2))
  const office = await house.as('city-clerk')
  await openUnit(office, title, '中站区')
  await office.getByRole('button', { name: '退回修改' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel('要修改什么').fill('请核对排序')
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await told(office, '已退回')
  expect(await stateOf('中站区')).toBe('returned')
  const clerk = await house.as('unit1-clerk')
  await openList(clerk, /被退回，修改后重报/)
  await look(clerk, 'jiaozuo-returned')
  await handUp(clerk, '重新上报')
  for (const unit of ['中站区', '解放区']) {
    await openUnit(office, title, unit)
    await receive(office)
    expect(await stateOf(unit)).toBe('accepted')
  }
})

it('17 April: fifteen, fifteen and a hundred and fifty are chosen, by the space bar and the arrow key', async () => {
  await house.goTo('2017-04-17')
  const office = await house.as('city-clerk')
  await openStage(office, title, '逐级推荐')
  await closeStage(office, '逐级推荐')
  await office.getByRole('heading', { level: 1, name: '初步评定' }).waitFor()
  for (const [index, { key, name }] of plan.categories.slice(0, 2).entries()) {
    await turnTo(office, name)
    await tickFirst(office, 15)
    await office.getByText('已选 15 / 15').nth(index).waitFor()
    await leaveOutRest(office)
    await expect.poll(() => undecided(key), patient).toEqual([])
  }
  const params = at('shortlist')
  const { rows: pool } = await ask(office, shortlistApi.getShortlist, { params })
  const chosen = new Set(pool.filter(({ outcome }) => outcome === 'pass').map(({ nominationId }) => nominationId))
  const fine = pool
    .filter(({ category }) => category === 'fine-member')
    .sort((a, b) => Number(chosen.has(b.linkedTo ?? 0)) - Number(chosen.has(a.linkedTo ?? 0)))
  const choices = fine.slice(0, 150).map(({ nominationId }) => ({ nominationId, outcome: 'pass' as const }))
  await ask(office, shortlistApi.choose, { params, body: { choices } })
  await office.reload()
  await turnTo(office, '优秀共产党员')
  await leaveOutRest(office)
  await office.getByText('已选 150 / 150').waitFor()
  await expect.poll(() => undecided('fine-member'), patient).toEqual([])
  await look(office, 'jiaozuo-shortlist')
})

it('One withdraws; another takes the place, with reason and basis on record', async () => {
  const office = await house.as('city-clerk')
  const members = await rows(sql<{ name: string; outcome: string }>`
    select m.name, e.outcome from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    join selection.stage_run r on r.id = e.stage_run_id
    where r.stage = 'shortlist' and e.category = 'top-member' order by m.unit_order, m.rank`)
  const alone = (each: { name: string }) => members.filter(({ name }) => name === each.name).length === 1
  const gone = members.find(each => each.outcome === 'pass' && alone(each))!.name
  newcomer = members.find(each => each.outcome === 'out' && alone(each))!.name
  const basis = '部务会会议纪要〔2017〕6号'
  await takeOff(office, gone, { reason: '本人申请退出', basis })
  await succeed(office, gone, newcomer, { reason: '由同类别排序靠前的递补', basis })
  await office.getByRole('button', { name: /^调整记录 2/ }).click()
  await look(office, 'jiaozuo-acts')
  await office.keyboard.press('Escape')
  const acts = await rows(sql<{ kind: string; name: string; basis: string }>`
    select a.kind, m.name, a.basis from selection.act a join selection.nomination m on m.id = a.nomination_id
    order by a.id`)
  expect(acts).toEqual([
    { kind: 'remove', name: gone, basis },
    { kind: 'succeed', name: newcomer, basis },
  ])
})

it('The newcomer is chosen and the shortlist closed: a hundred and eighty candidates stand before the ballot', async () => {
  const office = await house.as('city-clerk')
  await office.reload()
  await turnTo(office, '十佳共产党员')
  await office.getByLabel(`选定${newcomer}`, { exact: true }).check()
  await office.getByText('已选 15 / 15').nth(1).waitFor()
  await closeStage(office, '初步评定')
  await office.getByRole('heading', { level: 1, name: '网上评议' }).waitFor()
  await look(office, 'jiaozuo-ballot')
  const pool = await rows(sql`select e.category, count(*)::int as n from selection.pool_entry e
    join selection.stage_run r on r.id = e.stage_run_id where r.stage = 'ballot' and r.state = 'open'
    group by 1 order by 1`)
  expect(pool).toEqual([
    { category: 'fine-member', n: 150 },
    { category: 'top-member', n: 15 },
    { category: 'top-organisation', n: 15 },
  ])
})
