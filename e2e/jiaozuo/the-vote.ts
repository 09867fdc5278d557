import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { run } from '#apps/cli/run.ts'
import { sequenceAll } from '#modules/ballot/index.ts'
import { sql } from '#platform/db/index.ts'
import { look } from '../house.ts'
import { confirm, told } from '../steps/desk.ts'
import { approve, issue, sendForCheck } from '../steps/notice.ts'
import { castFirst, getBallot, layDown, untilSigned } from '../steps/vote.ts'
import { house, rows, story } from './house.ts'

const folder = mkdtempSync(join(tmpdir(), 'shishi-record-'))
const phone = { viewport: { width: 375, height: 800 } }
const receipts: string[] = []

it('18 April: the office lays the vote down on this platform, and looks over its rules', async () => {
  await house.goTo('2017-04-18')
  const office = await house.as('city-clerk')
  await office.reload()
  await office.getByText('在本平台投票').first().waitFor()
  await look(office, 'vote-hold')
  await layDown(office, ['2017-04-19 08:00', '2017-04-25 18:00'])
  await office.getByRole('link', { name: '打开投票' }).click()
  await office.getByRole('heading', { level: 1, name: /网上评议$/ }).waitFor()
  story.electionId = Number(office.url().split('/').at(-1))
  const [election] = await rows(sql<{ slug: string; candidates: number }>`
    select slug, (select count(*)::int from jsonb_object_keys(refs)) as candidates from ballot.election`)
  story.slug = election!.slug
  expect(election!.candidates).toBe(180)
  await look(office, 'vote-draft')
  await office.getByLabel('十佳基层党组织最多选').fill('3')
  await office.getByRole('combobox', { name: '谁可以投' }).click()
  await office.getByTitle('不核对名册，凭手机验证码投票').click()
  await office.getByRole('button', { name: '加一条理由' }).click()
  await office.getByLabel('作废理由3').fill('经核查为冒用他人号码')
  await office.getByRole('button', { name: '保存规则' }).click()
  await told(office, '规则已保存')
})

it('Whoever signs freezes rules and names; nobody can change them any more', async () => {
  const issuer = await house.as('city-issuer')
  await issuer.goto(`/desk/ballot/elections/${story.electionId}`)
  await confirm(issuer, '冻结规则与候选名单')
  await told(issuer, '规则与候选名单已冻结')
  await issuer.getByText('规则指纹').first().waitFor()
  await look(issuer, 'vote-frozen')
})

it('The notice of the vote bears the fingerprint of the frozen rules; three people bring it out', async () => {
  const office = await house.as('city-clerk')
  await office.goto(`/desk/ballot/elections/${story.electionId}`)
  await office.getByRole('button', { name: '拟投票公告' }).click()
  await office.waitForURL(/\/notices\/\d+$/)
  await look(office, 'vote-notice')
  await sendForCheck(office)
  const checker = await house.as('city-checker')
  await checker.goto(office.url())
  await approve(checker)
  const issuer = await house.as('city-issuer')
  await issuer.goto(office.url())
  await issue(issuer)
  const visitor = await house.visitor(phone)
  await visitor.goto(`/ballot/${story.slug}`)
  await visitor.getByRole('link', { name: /投票公告$/ }).click()
  const [{ fingerprint }] = (await rows(sql<{ fingerprint: string }>`select fingerprint from ballot.election`)) as [
    { fingerprint: string },
  ]
  await visitor.getByRole('heading', { name: '规则指纹' }).waitFor()
  expect((await visitor.locator('main').innerText()).replaceAll(' ', '')).toContain(fingerprint)
})

it('Three residents vote on their phones; one looks up the receipt and finds it in the log', async () => {
  await house.goTo('2017-04-20')
  for (const number of ['13900000001', '13900000002', '13900000003']) {
    const voter = await house.visitor(phone)
    await voter.goto(`/ballot/${story.slug}/vote`)
    await getBallot(voter, house.db, number)
    receipts.push(await castFirst(voter, [2, 2, 3]))
    if (receipts.length === 1) await look(voter, 'vote-cast')
  }
  await sequenceAll(house.db)
  const checker = await house.visitor(phone)
  await checker.goto(`/ballot/receipts`)
  await checker
    .getByLabel(/受理号|回执/)
    .first()
    .fill(receipts[0]!)
  await checker.keyboard.press('Enter')
  await checker.getByText('选票已经收到').or(checker.getByText('选票在记录里，有效')).waitFor()
  await untilSigned(checker, house.db)
  await look(checker, 'vote-receipt')
})

it('After the window the vote closes by itself; it is counted, audited and published by three people', async () => {
  await house.goTo('2017-04-26')
  const [office, checker, issuer] = [
    await house.as('city-clerk'),
    await house.as('city-checker'),
    await house.as('city-issuer'),
  ]
  for (const page of [office, checker, issuer]) await page.goto(`/desk/ballot/elections/${story.electionId}`)
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
  const record = await (await visitor.request.get(`/api/ballot/elections/${story.slug}/record`)).text()
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
