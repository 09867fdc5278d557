import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { sequence } from '../log/sequencer.ts'
import {
  afterwards,
  countOut,
  lastCode,
  logNow,
  openElection,
  phoneOf,
  recordOf,
  sampleRules,
  setNow,
  testOffice,
} from '../testing.ts'
import { ballotNews, ballotPages } from './index.tsx'
import { onOneCore } from './verifier/core/one-core.ts'
import { verify } from './verifier/core/verify.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const app = new Hono()
app.use(async (c, next) => {
  c.setRenderer((content, page) => c.html(<html lang="zh-CN">{content}</html>, page.status ?? 200))
  await next()
})
app.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
ballotPages(app, { db, clientAddress: () => '10.1.2.3' })

type Fields = Record<string, string | string[]>
const page = async (path: string, fields?: Fields, cookie = '') => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields ?? {})) for (const each of [value].flat()) body.append(name, each)
  const reply = await app.request(path, { headers: { cookie }, ...(fields && { method: 'POST', body }) })
  return { status: reply.status, html: await reply.text(), headers: reply.headers }
}
const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )
const numberIn = (html: string) => /([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})/.exec(html)?.[1]
const picks = { 'c-teams': ['1', '2'], 'c-people': ['11'] }
const ballots = async (id: number) => {
  const { rows } = await sql<{
    ballots: number
  }>`select count(*) as ballots from ballot.ballot where election_id = ${id}`.execute(db)
  return rows[0]!.ballots
}

let people = 0
/** As far as the page with the button that casts. */
const upToCast = async (slug: string) => {
  people += 1
  const phone = phoneOf(people)
  const at = `/ballot/${slug}/vote`
  await page(at, { ...picks, step: 'phone', phone })
  const { html } = await page(at, { ...picks, step: 'code', phone, code: await lastCode(db, phone) })
  return { at, fields: { ...hidden(html), ...picks } }
}

describe('the pages of a vote', () => {
  it('show rules, candidates and the fingerprint, and nothing that was cast', async () => {
    const { slug, poll, id } = await openElection(db, office)
    const voter = await poll.voter(phoneOf(900))
    await poll.cast(voter, [[1, 2, 3], [11]])
    await logNow(db, id)
    const { html } = await page(`/ballot/${slug}`)
    for (const part of ['示例评议', '一人一票，可凭回执查验', '了解更多', '须选2—3名', '规则指纹', '开始投票'])
      expect(html).toContain(part)
    expect((await page(`/ballot/${slug}/candidates/1`)).html).toContain('先进事迹')
    const result = await page(`/ballot/${slug}/result`)
    expect([result.html.includes('结果还没有公布'), result.html.includes('票数')]).toEqual([true, false])
    expect((await page('/ballot')).html).toContain(`/ballot/${slug}`)
    expect((await ballotNews(db)).find(({ href }) => href === `/ballot/${slug}`)?.meta).toContain('正在投票')
  })

  it('bear the fingerprint, each of them, and tell WeChat’s browser how to download', async () => {
    const { slug } = await openElection(db, office)
    const fingerprint = JSON.parse((await recordOf(office, slug)).split('\n')[0]!).fingerprint as string
    for (const below of ['', '/vote', '/record', '/result', '/about', '/categories/teams', '/candidates/1'])
      expect((await page(`/ballot/${slug}${below}`)).html).toContain(fingerprint.slice(0, 4))
    const agent = (name: string) => app.request(`/ballot/${slug}/record`, { headers: { 'user-agent': name } })
    const hint = '微信里不能下载文件'
    expect(await (await agent('MicroMessenger/8.0')).text()).toContain(hint)
    expect(await (await agent('Chrome/87')).text()).not.toContain(hint)
  })

  it('show nothing of a draft', async () => {
    const rules = sampleRules({ title: '还没有公布的评议' })
    await sql`insert into ballot.election (slug, unit_id, rules, opens_at, closes_at, secrets)
      values (${rules.id}, ${office.units.city}, ${JSON.stringify(rules)}::jsonb, ${rules.opensAt}, ${rules.closesAt}, '')`.execute(
      db,
    )
    for (const below of ['', '/vote', '/record', '/result', '/about', '/categories/teams', '/candidates/1']) {
      const { status, html } = await page(`/ballot/${rules.id}${below}`)
      expect([below, status, html.includes('还没有公布的评议')]).toEqual([below, 404, false])
    }
    expect((await page('/ballot')).html).not.toContain('还没有公布的评议')
  })

  it('keep each browser its own order, or the official one', async () => {
    const many = sampleRules().categories.map(category => ({
      ...category,
      candidates: Array.from({ length: 30 }, (_, n) => ({
        ...category.candidates[0]!,
        no: n + 1,
        name: `候选${n + 1}。`,
      })),
    }))
    const orderOf = async (slug: string, cookie: string) =>
      [...(await page(`/ballot/${slug}/categories/teams`, undefined, cookie)).html.matchAll(/candidates\/(\d+)"/g)].map(
        ([, no]) => Number(no),
      )
    const { slug } = await openElection(db, office, { categories: [many[0]!] })
    const first = await orderOf(slug, 'ballot-order=7')
    expect(await orderOf(slug, 'ballot-order=7')).toEqual(first)
    expect(await orderOf(slug, 'ballot-order=8')).not.toEqual(first)
    const inRow = Array.from({ length: 30 }, (_, n) => n + 1)
    expect(first.toSorted((a, b) => a - b)).toEqual(inRow)
    const official = await openElection(db, office, { categories: [many[0]!], order: 'official' })
    expect(await orderOf(official.slug, 'ballot-order=7')).toEqual(inRow)
  })

  it('give out pictures of the frozen list only', async () => {
    const { slug } = await openElection(db, office)
    expect((await page(`/ballot/${slug}/pictures/${'0'.repeat(64)}`)).status).toBe(404)
  })

  it('offer the verifier as one file with its hash beside it', async () => {
    const { slug } = await openElection(db, office)
    const { html, headers } = await page('/ballot/verifier.html')
    expect(headers.get('content-disposition')).toContain('attachment')
    expect(html).not.toMatch(/(src|href)="(?!data:)/)
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(html))).toString('hex')
    expect((await page(`/ballot/${slug}/record`)).html).toContain(hash)
  })
})

describe('a vote without script', () => {
  it('goes from the paper to a receipt that is found in the log', async () => {
    const { slug, id } = await openElection(db, office)
    const at = `/ballot/${slug}/vote`
    const phone = '13700000001'
    const review = await page(at, { ...picks, step: 'choose' })
    for (const part of ['核对选票', '候选1、候选2', '候选11']) expect(review.html).toContain(part)
    expect((await page(at, { ...picks, step: 'review' })).html).toContain('丢了不能补发')
    expect((await page(at, { ...picks, step: 'phone', phone })).html).toContain('验证码')
    const wrong = await page(at, { ...picks, step: 'code', phone, code: '00000x' })
    expect([wrong.status, wrong.html.includes('还可以试4次')]).toEqual([422, true])
    const cast = await page(at, { ...picks, step: 'code', phone, code: await lastCode(db, phone) })
    expect(await ballots(id)).toBe(0)
    const done = await page(at, { ...hidden(cast.html), ...picks })
    const number = numberIn(done.html)!
    expect([done.status, await ballots(id)]).toEqual([200, 1])
    expect((await page(`/ballot/receipts?number=${number}`)).html).toContain('没有查到')
    const qr = await app.request(`/ballot/receipts/qr.png?number=${number}`)
    expect([qr.headers.get('content-type'), (await app.request('/ballot/receipts/qr.png?number=1')).status]).toEqual([
      'image/png',
      404,
    ])
    await sequence(db, id)
    expect((await page(`/ballot/receipts?number=${number}`)).html).toContain('选票已经收到')
    await logNow(db, id)
    const found = await page(`/ballot/receipts?number=${number.toLowerCase().replaceAll('-', ' ')}`)
    expect(found.html).toContain('选票在记录里，有效')
    for (const secret of ['候选1、', phone]) expect(found.html).not.toContain(secret)
  })

  it('pressed twice is one ballot with one receipt', async () => {
    const { slug, id } = await openElection(db, office)
    const { at, fields } = await upToCast(slug)
    const replies = await Promise.all([page(at, fields), page(at, fields), page(at, fields)])
    expect(new Set(replies.map(({ html }) => numberIn(html))).size).toBe(1)
    expect(await ballots(id)).toBe(1)
    const again = await page(at, { ...fields, serial: 'a'.repeat(64) })
    expect([again.status, again.html.includes('已经领过选票凭证'), await ballots(id)]).toEqual([422, true, 1])
  })

  it('says what is wrong at each category and keeps what was chosen', async () => {
    const { slug } = await openElection(db, office)
    const at = `/ballot/${slug}/vote`
    for (const step of ['choose', 'review', 'phone', 'code', 'cast']) {
      const { status, html } = await page(at, { step, 'c-teams': ['3'], 'c-people': ['11', '12'] })
      expect([step, status]).toEqual([step, 422])
      for (const part of ['须选2—3名，您选了1名', '须选1名或者不选，您选了2名', 'href="#field-teams"'])
        expect(html).toContain(part)
      expect(html.match(/<input[^>]*checked/g)).toHaveLength(3)
    }
    expect((await page(at, { step: 'choose', 'c-teams': ['1', '99'] })).html).toContain('不在候选名单上')
  })

  it('asks a question in words where there is a risk, before a code is sent', async () => {
    const { slug } = await openElection(db, office)
    const at = `/ballot/${slug}/vote`
    const phone = '17000000001'
    const asked = await page(at, { ...picks, step: 'phone', phone })
    const [, a, b] = /道题：(.)加(.)等于几/.exec(asked.html)!
    const fields = { ...hidden(asked.html), ...picks, phone }
    const wrong = await page(at, { ...fields, answer: '99' })
    expect([wrong.status, wrong.html.includes('回答不对')]).toEqual([422, true])
    const sum = '零一二三四五六七八九'.indexOf(a!) + '零一二三四五六七八九'.indexOf(b!)
    expect((await page(at, { ...fields, answer: String(sum) })).html).toContain('填写验证码')
  })

  it('refuses a telephone that is none, and whoever is not in the census', async () => {
    const { slug } = await openElection(db, office, {
      eligibility: { census: 'required', wechat: false, defaultGroup: 'residents' },
    })
    const at = `/ballot/${slug}/vote`
    expect((await page(at, { ...picks, step: 'phone', phone: '12' })).html).toContain('请填写11位手机号码')
    const phone = '13700000009'
    await page(at, { ...picks, step: 'phone', phone })
    const refused = await page(at, { ...picks, step: 'code', phone, code: await lastCode(db, phone) })
    expect([refused.status, refused.html.includes('不在本次评议的名册里')]).toEqual([422, true])
  })

  it('is over when the window is, also for whoever is halfway', async () => {
    const { slug, id } = await openElection(db, office)
    const { at, fields } = await upToCast(slug)
    await setNow(db, afterwards)
    expect([(await page(at, fields)).status, await ballots(id)]).toEqual([409, 0])
    expect((await page(at)).html).toContain('已截止')
  })
})

describe('a vote that is over', () => {
  const memberPhones = Array.from({ length: 5 }, (_, n) => phoneOf(600 + n))
  const held = async (members: number) => {
    const census = Object.fromEntries(
      [...memberPhones, phoneOf(700)].slice(0, members).map(phone => [phone, 'members']),
    )
    const election = await openElection(db, office, {}, { census })
    const receipts = []
    for (const phone of memberPhones) {
      const voter = await election.poll.voter(phone)
      receipts.push(await election.poll.cast(voter, [[1, 2], [11]]))
    }
    const changed = await election.poll.voter(phoneOf(700), 'blind')
    receipts.push(await election.poll.cast(changed, [[1, 2], [11]]))
    await election.poll.cast(changed, [[1, 3], []], { counter: 1 })
    await logNow(db, election.id)
    return { ...election, receipts }
  }

  it('shows the count with its ties', async () => {
    const { slug, id } = await held(6)
    await countOut(db, office, id)
    const { html } = await page(`/ballot/${slug}/result`)
    for (const part of [
      '6人，收到选票7张，其中改票替代1张',
      '没有选这一类的1票',
      '<small>并列</small> <b>0票</b>',
      '党员0，群众',
    ])
      expect(html).toContain(part)
    expect((await page('/ballot')).html).toContain('结果已公布')
  })

  it('shows no group where one has fewer than five votes', async () => {
    const { slug, id } = await held(4)
    await countOut(db, office, id)
    const { html } = await page(`/ballot/${slug}/result`)
    expect([html.includes('不足5票'), /党员\d/.test(html), /群众\d/.test(html)]).toEqual([true, false, false])
  })

  it('leaves a record that verifies, and that holds every receipt', async () => {
    const { slug, id, receipts } = await held(2)
    const superseded = await page(`/ballot/receipts?number=${receipts[5]!.number}`)
    expect(superseded.html).toContain('选票在记录里，已被替代')
    const earlier = new Blob([await recordOf(office, slug)])
    await countOut(db, office, id)
    const record = new Blob([await recordOf(office, slug)])
    const kept = { receipts: receipts.map(receipt => JSON.parse(JSON.stringify(receipt))), earlier }
    const report = await verify({ record, ...kept }, { open: onOneCore })
    expect([report.failures, report.stage, report.log!.ballots]).toEqual([[], 'final', 7])
    expect(report.receipts.filter(({ index }) => index === undefined)).toEqual([])
  })
})
