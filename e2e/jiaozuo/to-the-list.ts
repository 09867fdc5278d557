import { expect, it } from 'vitest'
import { campaignsApi, inspectApi, settingsApi, shortlistApi } from '#modules/selection/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import { look } from '../house.ts'
import { ask } from '../steps/ask.ts'
import { inspect, reportAndHandIn, writeOf } from '../steps/inspection.ts'
import { approve, issue, openNotice, sendForCheck } from '../steps/notice.ts'
import { recordMeeting } from '../steps/review.ts'
import { namesOn } from '../steps/site.ts'
import { closeStage, openStage } from '../steps/stage.ts'
import { enterSheet } from '../steps/vetting.ts'
import { at, house, paper, plan, rows, story, title, unitAt } from './house.ts'

const awards = plan.categories.map(({ key, name, awards }) => ({ key, name, awards: awards! }))

/** 审核、签发 of a notice that the clerk has drafted and has before them. */
const bringOut = async (notice: string): Promise<void> => {
  await sendForCheck(await house.as('city-clerk'))
  const checker = await house.as('city-checker')
  await openNotice(checker, notice)
  await approve(checker)
  const issuer = await house.as('city-issuer')
  await openNotice(issuer, notice)
  await issue(issuer)
}

it('The counts come back to the campaign, beside every name', async () => {
  const office = await house.as('city-clerk')
  await openStage(office, title, '网上评议')
  await office.getByText('结果公布后，票数自动转到下表').waitFor()
  await look(office, 'vote-back')
  await closeStage(office, '网上评议')
  await office.getByRole('heading', { level: 1, name: '深入考察' }).waitFor()
})

it('27 April: teams of two visit the thirty candidates; Jiefang writes its material and report and hands them in', async () => {
  await house.goTo('2017-04-27')
  const office = await house.as('city-clerk')
  const { candidates, reports } = await ask(office, inspectApi.listInspections, { params: at('inspect') })
  expect(candidates).toHaveLength(30)
  const own = candidates.filter(({ submissionId }) => submissionId === unitAt(0).unit.submissionId)
  const written = own.at(-1)!.name
  await inspect(house, 'unit0-clerk', at('inspect'), { visitedOn: '2017-04-26', but: written, handIn: false })
  const clerk = await house.as('unit0-clerk')
  await clerk.getByRole('link', { name: '我的待办' }).click()
  await clerk.getByRole('link', { name: '报送“十佳百优”考察材料' }).click()
  await writeOf(clerk, written, '2017-04-26')
  await look(clerk, 'jiaozuo-inspection')
  await reportAndHandIn(clerk, reports[0]!.name)
  const units = [...new Set(candidates.map(({ submissionId }) => submissionId))].filter(
    id => id !== unitAt(0).unit.submissionId,
  )
  for (const [index, unit] of story.others.units.entries())
    if (units.includes(unit.submissionId))
      await inspect(house, `unit${index}-clerk`, at('inspect'), { visitedOn: '2017-04-26', handIn: true })
})

it('The department reads them, lets all pass and goes on', async () => {
  const office = await house.as('city-clerk')
  await office.reload()
  await office.getByRole('button', { name: '通过', exact: true }).first().waitFor()
  await look(office, 'jiaozuo-inspected')
  const { pool } = await ask(office, campaignsApi.getStage, { params: at('inspect') })
  const judgements = pool
    .filter(({ outcome }) => outcome === 'pending')
    .map(({ nominationId }) => ({ nominationId, outcome: 'pass' as const }))
  await ask(office, campaignsApi.judgePool, { params: at('inspect'), body: { judgements } })
  await office.reload()
  await closeStage(office, '深入考察')
})

it('28 April: five departments of the city have stamped the list without an objection', async () => {
  await house.goTo('2017-04-28')
  const office = await house.as('city-clerk')
  await office.reload()
  await enterSheet(office, paper, '2017-04-28')
  await office.getByText('各部门均已回复').waitFor()
  await look(office, 'jiaozuo-city-vetted')
  const params = at('city-vet')
  const { pool } = await ask(office, campaignsApi.getStage, { params })
  const judgements = pool.map(({ nominationId }) => ({ nominationId, outcome: 'pass' as const }))
  await ask(office, campaignsApi.judgePool, { params, body: { judgements } })
  await office.reload()
  await closeStage(office, '市级征求意见')
})

it('With votes, visits and opinions on the table, ten, ten and a hundred become the preliminary list', async () => {
  const office = await house.as('city-clerk')
  const params = at('preliminary')
  const { rows: pool } = await ask(office, shortlistApi.getShortlist, { params })
  const chosen = awards.flatMap(({ key, awards }) =>
    pool
      .filter(({ category }) => category === key)
      .sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0) || b.counts.length - a.counts.length)
      .slice(0, awards)
      .map(({ nominationId }) => nominationId),
  )
  const choices = pool.map(({ nominationId }) => ({
    nominationId,
    outcome: chosen.includes(nominationId) ? ('pass' as const) : ('out' as const),
  }))
  await ask(office, shortlistApi.choose, { params, body: { choices } })
  await office.reload()
  await office.getByText('已选 100 / 100').waitFor()
  await look(office, 'jiaozuo-preliminary')
  await closeStage(office, '确定初步预备人选')
})

it('2 May: the list is published for five working days, through three people', async () => {
  await house.goTo('2017-05-02')
  const office = await house.as('city-clerk')
  const contacts = { 'contact-name': '示例联系人', 'contact-phone': '0391-0000000', 'objection-phone': '0391-0000001' }
  const settings = { ...contacts, 'objection-address': '焦作市示例路1号，454000' }
  await ask(office, settingsApi.saveSettings, { params: { id: story.campaignId }, body: { settings } })
  await office.reload()
  await office.getByRole('button', { name: '拟公示稿' }).click()
  await office.waitForURL(/\/notices\/\d+$/)
  await bringOut(`关于${title}拟表彰对象名单的公示`)
  await house.goTo('2017-05-10')
  await openStage(office, title, '预备人选公示')
  await look(office, 'jiaozuo-publicity')
  await closeStage(office, '预备人选公示')
})

it('The ministry’s meeting, then the standing committee’s, settle the list', async () => {
  await house.goTo('2017-06-20')
  const office = await house.as('city-clerk')
  await office.reload()
  for (const resolution of ['同意作为正式预备人选，提请市委常委会研究。', '同意表彰。']) {
    await recordMeeting(office, { attendees: '全体组成人员', resolution, scan: paper })
    await office.getByText(resolution).waitFor()
  }
  await look(office, 'jiaozuo-decided')
  await closeStage(office, '研究确定')
})

it('28 June: a hundred and twenty are numbered and their list issued; anyone can read it', async () => {
  await house.goTo('2017-06-28')
  const office = await house.as('city-clerk')
  await openStage(office, title, '表彰')
  await office.getByRole('button', { name: '登入名册并编号' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await office.getByText('已登入120个').waitFor()
  await office.getByRole('button', { name: '拟公布名单' }).click()
  await office.waitForURL(/\/notices\/\d+$/)
  const resident = await house.visitor({ viewport: { width: 375, height: 800 }, javaScriptEnabled: false })
  expect((await resident.goto('/selection/jiaozuo-2017/results'))?.status()).toBe(404)
  await bringOut(`关于公布${title}名单的通告`)
  await resident.goto('/selection/jiaozuo-2017/results')
  await look(resident, 'jiaozuo-list')
  const honours = await rows(sql<{ name: string }>`select name from selection.honour order by id`)
  const shown = await namesOn(resident)
  expect(shown).toHaveLength(120)
  expect(shown).toEqual(honours.map(({ name }) => name))
})
