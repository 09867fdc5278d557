import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { enterObjection, withdrawNotice } from '#kernel/publicity/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { commendApi, publiciseApi, settingsApi } from '../shared/index.ts'
import { campaignAt } from '../testing-stages.ts'
import { selectionNews, selectionPages } from './index.tsx'

const { db } = await testDatabase()
const secret = { idNumber: '11010519491231002X', phone: '13900001234', workUnit: '示例医院', post: '护士长' }
const member = (name: string, unit: number) => ({ name, unit, category: 'top-member', answers: secret })
const campaign = await campaignAt(db, {
  plan: 'jiaozuo-2017',
  today: '2017-05-08',
  stage: 'publicity',
  nominees: [member('王芳', 0), member('丁一', 1), { name: '示例党支部', unit: 2, category: 'top-organisation' }],
})
const { organiser, officer, issuer, campaignId, ids, issue } = campaign
await organiser.call(settingsApi.saveSettings, {
  params: { id: campaignId },
  body: { settings: { 'objection-phone': '000-0000000' } },
})

const app = new Hono()
app.use(async (c, next) => {
  c.setRenderer((content, page) => c.html(<html lang="zh-CN">{content}</html>, page.status ?? 200))
  await next()
})
app.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
selectionPages(app, { db })
const page = async (path: string) => {
  const reply = await app.request(path)
  return { status: reply.status, html: await reply.text() }
}
const here = '/selection/jiaozuo-2017'
const leaks = /11010519491231002X|13900001234|反映人|请核实|暂缓|异议属实|2017-十佳共产党员-3/

const everyPage = async () => {
  const paths = [
    ...['/selection', here, `${here}/results`, '/honours?number=2017-十佳共产党员-1'],
    ...['/search?q=示例', `${here}/winners/2017-十佳共产党员-1`],
  ]
  const pages = await Promise.all(paths.map(page))
  return [...pages.map(({ html }) => html), JSON.stringify(await selectionNews(db))].join('\n')
}

describe('before anything is issued', () => {
  it('a campaign shows its plan and how far it is, and no name', async () => {
    const { status, html } = await page(here)
    expect(status).toBe(200)
    for (const part of ['十佳共产党员', '预备人选公示', '推荐条件', '怎样提意见']) expect(html).toContain(part)
    expect(await everyPage()).not.toMatch(/王芳|丁一|示例党支部/)
  })

  it('there is no list, no winner and no page of a campaign in preparation', async () => {
    const answers = await Promise.all([`${here}/results`, `${here}/winners/2017-十佳共产党员-1`].map(page))
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    await sql`update selection.campaign set state = 'preparing' where id = ${campaignId}`.execute(db)
    expect((await page(here)).status).toBe(404)
    expect((await page('/selection')).html).not.toContain('十佳')
    await sql`update selection.campaign set state = 'running' where id = ${campaignId}`.execute(db)
  })
})

describe('while a list can be objected to', () => {
  it('leads to it from the first page, the campaign and the search; an objection shows nowhere', async () => {
    const params = { id: campaignId, stage: 'publicity' }
    const { noticeId } = await organiser.call(publiciseApi.draftPublicity, { params, body: {} })
    expect(await everyPage()).not.toContain('/notices/')
    await issue(noticeId)
    const body = {
      itemKey: String(ids[0]),
      anonymous: false,
      name: '反映人甲',
      phone: '13800000000',
      words: '请核实。',
    }
    await officer.call(enterObjection, { params: { id: noticeId }, body: { ...body, channel: 'call' } })
    for (const path of [here, '/search?q=王芳']) expect((await page(path)).html).toContain('拟表彰对象名单的公示')
    const { notices, campaigns } = await selectionNews(db)
    expect(notices).toHaveLength(1)
    expect(campaigns[0]!.now).toBe('预备人选公示')
    expect(await everyPage()).not.toMatch(leaks)
  })
})

describe('when the final list is out', () => {
  it('stands in official order, found by name and by unit', async () => {
    await campaign.goTo('commend')
    const params = { id: campaignId, stage: 'commend' }
    await organiser.call(commendApi.registerHonours, { params, body: { grantedOn: '2017-06-28' } })
    expect((await page(`${here}/results`)).status).toBe(404)
    const { noticeId } = await organiser.call(commendApi.draftResult, { params })
    await issue(noticeId)
    const { html } = await page(`${here}/results`)
    expect([html.indexOf('示例党支部') < html.indexOf('丁一'), html.indexOf('丁一') < html.indexOf('王芳')]).toEqual([
      true,
      true,
    ])
    expect((await page(`${here}/results?q=王芳`)).html).not.toContain('丁一')
    expect((await page('/search?q=示例医院')).html).toContain('丁一')
    expect(await everyPage()).not.toMatch(leaks)
  })

  it('answers for a number; who lost an honour is not named', async () => {
    const check = async () => (await page('/honours?number=2017-十佳共产党员-1')).html
    expect(await check()).toMatch(/有效.*丁一/s)
    await sql`update selection.honour set state = 'revoked' where number = '2017-十佳共产党员-1'`.execute(db)
    expect(await check()).toContain('已撤销')
    expect([await check(), (await page(`${here}/results`)).html].join()).not.toContain('丁一')
    expect((await page('/honours?number=2017-十佳共产党员-9')).html).toContain('没有查到')
  })

  it('shows a winner’s story only while it is issued and agreed to', async () => {
    const { rows } = await sql<{ id: number }>`select id from selection.honour where name = '王芳'`.execute(db)
    const { id } = rows[0]!
    const at = `${here}/winners/2017-十佳共产党员-2`
    await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
      values ('yes', 'yes', '同意书.pdf', 'application/pdf', 10, ${campaign.organiserId}, 'test')`.execute(db)
    const consent = { given: true, by: '王芳', on: '2017-06-20', faces: false, evidence: ['yes'] }
    const story = { text: '常年帮助邻里。', citation: '守望相助。', consent }
    await organiser.call(commendApi.saveStory, { params: { id }, body: story })
    const { noticeId } = await organiser.call(commendApi.draftStory, { params: { id } })
    expect((await page(at)).status).toBe(404)
    await issue(noticeId)
    expect((await page(at)).html).toContain('常年帮助邻里。')
    await organiser.call(commendApi.saveStory, {
      params: { id },
      body: { ...story, consent: { ...consent, given: false } },
    })
    expect([(await page(at)).status, (await page(`${here}/results`)).html.includes(at)]).toEqual([404, false])
  })

  it('disappears whole when it is taken back', async () => {
    const { rows } = await sql<{ id: number }>`
      select id from publicity.notice where kind = 'result' and state = 'issued'`.execute(db)
    await issuer.call(withdrawNotice, { params: { id: rows[0]!.id }, body: { reason: '有误' } })
    expect((await page(`${here}/results`)).status).toBe(404)
    expect((await page('/honours?number=2017-十佳共产党员-2')).html).not.toContain('王芳')
  })

  it('escapes what is typed', async () => {
    expect((await page('/search?q=<script>x')).html).not.toContain('<script>x')
  })
})
