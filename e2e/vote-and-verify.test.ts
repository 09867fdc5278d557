import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { run } from '#apps/cli/run.ts'
import { runPlan } from '#database/demo/campaign.ts'
import { issue, openHouse as openDemoHouse, passAll, settleStage } from '#database/demo/house.ts'
import { actorNamed, officePeople, settle } from '#database/demo/people.ts'
import { demoPictures } from '#database/demo/pictures.ts'
import { addUnit } from '#kernel/units/index.ts'
import { sequenceAll, useSealingKey } from '#modules/ballot/index.ts'
import { shippedSources } from '#modules/selection/index.ts'
import { ballotApi, commendApi, decideApi, publiciseApi, shortlistApi } from '#modules/selection/shared/index.ts'
import { bringTo } from '#modules/selection/testing-stages.ts'
import { inTransaction } from '#platform/db/index.ts'
import { look, openHouse } from './house.ts'
import { ask } from './steps/ask.ts'
import { confirm, told } from './steps/desk.ts'
import { jpegFile } from './steps/editor.ts'
import { scan } from './steps/pictures.ts'
import { enterSheet } from './steps/vetting.ts'
import { castFirst, getBallot, untilSigned } from './steps/vote.ts'

useSealingKey(randomBytes(32))
const house = await openHouse({ today: '2017-04-18' })
const { db } = house
const city = await inTransaction(db, tx => addUnit(tx, { name: '焦作市', kind: 'city', regionCode: '410800' }))
await settle(db, city, officePeople('city', ['刘洋', '黄敏', '徐静', '孙立', '何平']))
const behind = openDemoHouse(db)
const pictures = await demoPictures(db, await actorNamed(db, 'city-clerk'), 'blue')
const folder = mkdtempSync(join(tmpdir(), 'shishi-record-'))
const phone = { viewport: { width: 375, height: 800 } }

let campaignId = 0
let electionId = 0
const slug = 'jiaozuo-2017-ballot'
const receipts: string[] = []
const at = (stage: string) => ({ id: campaignId, stage })

it('18 April 2017: candidates of 21 units stand before the vote; the office lays it down on this platform', async () => {
  const sources = { sources: await shippedSources('jiaozuo-2017'), basedOn: null }
  campaignId = (await runPlan(db, await actorNamed(db, 'city-clerk'), sources)).id
  const cast = { 'top-organisation': 1, 'top-member': 1, 'fine-member': 5 }
  await bringTo(db, { campaignId } as Parameters<typeof bringTo>[1], 'ballot', {
    units: 21,
    perCategory: cast,
    scan: await pictures.scan(city),
  })
  const office = await house.as('city-clerk')
  await office.goto(`/desk/selection/campaigns/${campaignId}/stages/ballot`)
  await office.getByText('在本平台投票').first().waitFor()
  await look(office, 'vote-hold')
  const window = { opensAt: '2017-04-19T08:00:00+08:00', closesAt: '2017-04-25T18:00:00+08:00' }
  const body = { ...window, apart: true, census: 'labels' as const }
  electionId = (await ask(office, ballotApi.holdVote, { params: at('ballot'), body })).electionId
  await office.reload()
  await office.getByRole('link', { name: '打开投票' }).click()
  await office.getByRole('heading', { level: 1, name: /网上评议$/ }).waitFor()
  await look(office, 'vote-draft')
  await office.getByLabel('十佳基层党组织最多选').fill('3')
  await office.getByRole('combobox', { name: '谁可以投' }).click()
  await office.getByTitle('不核对名册，凭手机验证码投票').click()
  await office.getByRole('button', { name: '保存规则' }).click()
  await told(office, '规则已保存')
})

it('Whoever signs freezes rules and names; nobody can change them any more', async () => {
  const issuer = await house.as('city-issuer')
  await issuer.goto(`/desk/ballot/elections/${electionId}`)
  await confirm(issuer, '冻结规则与候选名单')
  await told(issuer, '规则与候选名单已冻结')
  await issuer.getByText('规则指纹').first().waitFor()
  await look(issuer, 'vote-frozen')
})

it('Three residents vote on their phones; one looks up the receipt and finds it in the log', async () => {
  await house.goTo('2017-04-20')
  for (const number of ['13900000001', '13900000002', '13900000003']) {
    const voter = await house.visitor(phone)
    await voter.goto(`/ballot/${slug}/vote`)
    await getBallot(voter, db, number)
    receipts.push(await castFirst(voter, [2, 2, 3]))
    if (receipts.length === 1) await look(voter, 'vote-cast')
  }
  await sequenceAll(db)
  const checker = await house.visitor(phone)
  await checker.goto(`/ballot/receipts`)
  await checker
    .getByLabel(/受理号|回执/)
    .first()
    .fill(receipts[0]!)
  await checker.keyboard.press('Enter')
  await checker.getByText('选票已经收到').or(checker.getByText('选票在记录里，有效')).waitFor()
  await untilSigned(checker, db)
  await look(checker, 'vote-receipt')
})

it('After the window the vote closes by itself; it is counted, audited and published by three people', async () => {
  await house.goTo('2017-04-26')
  const [office, checker, issuer] = [
    await house.as('city-clerk'),
    await house.as('city-checker'),
    await house.as('city-issuer'),
  ]
  for (const page of [office, checker, issuer]) await page.goto(`/desk/ballot/elections/${electionId}`)
  await confirm(office, '定账')
  await told(office, '已定账')
  await checker.reload()
  await confirm(checker, '查验投票记录')
  await checker.getByText('没有发现问题').waitFor()
  await issuer.reload()
  await confirm(issuer, '公布结果')
  await told(issuer, '结果已公布')
  await look(issuer, 'vote-result')
})

it('Anyone downloads the record; both verifiers find that it holds, and name the rule of a changed one', async () => {
  const visitor = await house.visitor()
  const record = await (await visitor.request.get(`/api/ballot/elections/${slug}/record`)).text()
  const changed = record.replace(/"choices":\[\[(\d+),/, (_, no: string) => `"choices":[[${Number(no) === 1 ? 2 : 1},`)
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const [good, bad] = [file('record.jsonl', record), file('changed.jsonl', changed)]
  const said: string[] = []
  const out = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) }
  expect([await run(['verify', 'ballot', good], out), await run(['verify', 'ballot', bad], out)]).toEqual([0, 1])
  expect(said.join()).toContain('B09')
  const verifier = await (await visitor.request.get('/ballot/verifier.html')).text()
  await visitor.context().setOffline(true)
  await visitor.goto(pathToFileURL(file('verifier.html', verifier)).href)
  await visitor.getByLabel(/投票记录/).setInputFiles(good)
  await visitor.getByRole('button', { name: '开始核验' }).click()
  await visitor.getByRole('heading', { name: /^通过/ }).waitFor()
  await visitor.getByLabel(/投票记录/).setInputFiles(bad)
  await visitor.getByRole('button', { name: '开始核验' }).click()
  await visitor.getByRole('heading', { name: /没有通过.*B09/ }).waitFor()
  await look(visitor, 'vote-verified')
})

it('The counts come back to the campaign, which goes from the vote to its published list', async () => {
  const office = await house.as('city-clerk')
  await office.goto(`/desk/selection/campaigns/${campaignId}/stages/ballot`)
  await office.getByText('结果公布后，票数自动转到下表').waitFor()
  await look(office, 'vote-back')
  await confirm(office, '结束本环节')
  const clerk = await behind.as('city-clerk')
  await bringTo(db, { campaignId } as Parameters<typeof bringTo>[1], 'city-vet', { units: 0, perCategory: {} })
  await office.goto(`/desk/selection/campaigns/${campaignId}/stages/city-vet`)
  await enterSheet(office, jpegFile('征求意见表.jpg', await scan()), '2017-04-26')
  await settleStage(clerk, at('city-vet'), passAll)
  const { rows } = await clerk.call(shortlistApi.getShortlist, { params: at('preliminary') })
  const places: Record<string, number> = { 'top-organisation': 10, 'top-member': 10, 'fine-member': 100 }
  const chosen = Object.entries(places).flatMap(([category, count]) =>
    rows
      .filter(row => row.category === category)
      .sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0))
      .slice(0, count)
      .map(({ nominationId }) => nominationId),
  )
  const choices = rows.map(({ nominationId }) => ({
    nominationId,
    outcome: chosen.includes(nominationId) ? ('pass' as const) : ('out' as const),
  }))
  await clerk.call(shortlistApi.choose, { params: at('preliminary'), body: { choices } })
  await settleStage(clerk, at('preliminary'), () => [])
  const { noticeId } = await clerk.call(publiciseApi.draftPublicity, { params: at('publicity'), body: { strokes: {} } })
  await issue(behind, 'city', noticeId)
  await house.goTo('2017-06-01')
  await settleStage(clerk, at('publicity'), () => [])
  for (const round of [1, 2])
    await clerk.call(decideApi.recordRound, {
      params: { ...at('decide'), round },
      body: {
        form: 'meeting',
        heldOn: '2017-06-01',
        body: round === 1 ? '市委组织部部长办公会' : '市委常委会',
        attendees: '全体组成人员',
        resolution: '同意。',
        approveRest: true,
      },
    })
  await settleStage(clerk, at('decide'), () => [])
  await clerk.call(commendApi.registerHonours, { params: at('commend'), body: { grantedOn: '2017-06-28' } })
  const result = await clerk.call(commendApi.draftResult, { params: at('commend') })
  await issue(behind, 'city', result.noticeId)
  await settleStage(clerk, at('commend'), () => [])
  const visitor = await house.visitor()
  await visitor.goto('/campaigns/jiaozuo-2017')
  await visitor.getByText('十佳共产党员').first().waitFor()
  await look(visitor, 'vote-list')
})
