import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { forgetTelephones } from '../after/close.ts'
import { frozenBySlug } from '../election/frozen.ts'
import { ballotApi } from '../shared/index.ts'
import { afterwards, blind, countOut, lastCode, openElection, phoneOf, setNow, testOffice } from '../testing.ts'
import { isAnswered, newChallenge } from './challenge.ts'
import { voterOf } from './code.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const { visitor } = office.server
const hex = () => randomBytes(32).toString('hex')

const ask = (slug: string, phone: string, more: object = {}) =>
  visitor.call(ballotApi.requestCode, { params: { slug }, body: { phone, ...more } })
const enter = (slug: string, phone: string, code: string) =>
  visitor.call(ballotApi.admit, { params: { slug }, body: { phone, code } })
/** As if the last code had been sent a while ago. */
const older = (by: string) => sql`update ballot.code set sent_at = sent_at - ${by}::interval`.execute(db)
const sentTo = async (phone: string) => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from notifications.message where address = ${phone}`.execute(db)
  return rows[0]!.n
}

describe('a code', async () => {
  const { slug } = await openElection(db, office)
  const phone = phoneOf(10)

  it('goes to the telephone alone, names the vote and warns', async () => {
    expect(await ask(slug, ' 138-0000 0010 ')).toEqual({ sent: true, validSeconds: 300, resendSeconds: 60 })
    const { rows } = await sql<{ body: string }>`
      select body from notifications.message where address = ${phone}`.execute(db)
    expect(rows[0]!.body).toMatch(/^验证码\d{6}，5分钟内有效，用于“示例评议”网上评议。工作人员不会向您索要验证码。$/)
  })

  it('is not sent again within a minute, nor more than five times a day', async () => {
    await expect(ask(slug, phone)).rejects.toMatchObject({ code: 'ballot.code-too-soon', status: 429 })
    for (let n = 0; n < 4; n += 1) {
      await older('2 minutes')
      await ask(slug, phone)
    }
    await older('2 minutes')
    await expect(ask(slug, phone)).rejects.toMatchObject({ code: 'ballot.code-too-many', status: 429 })
    expect(await sentTo(phone)).toBe(5)
  })

  it('is sent once however many ask at the same moment', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => ask(slug, phoneOf(11))))
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(await sentTo(phoneOf(11))).toBe(1)
  })

  it('can be guessed five times, and is dead then', async () => {
    await ask(slug, phoneOf(12))
    const right = await lastCode(db, phoneOf(12))
    const wrong = right === '000000' ? '000001' : '000000'
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect(await enter(slug, phoneOf(12), wrong)).toEqual({ admitted: false, triesLeft })
    expect(await enter(slug, phoneOf(12), right)).toEqual({ admitted: false, triesLeft: 0 })
  })

  it('dies after five minutes, with the next one, and once it was used', async () => {
    await ask(slug, phoneOf(13))
    const first = await lastCode(db, phoneOf(13))
    await older('6 minutes')
    expect(await enter(slug, phoneOf(13), first)).toMatchObject({ admitted: false })
    await ask(slug, phoneOf(13))
    const second = await lastCode(db, phoneOf(13))
    if (first !== second) expect(await enter(slug, phoneOf(13), first)).toMatchObject({ admitted: false })
    expect(await enter(slug, phoneOf(13), ` ${second} `)).toMatchObject({ admitted: true, groupName: '群众' })
    expect(await enter(slug, phoneOf(13), second)).toMatchObject({ admitted: false })
  })

  it('of another election is none of this', async () => {
    const other = await openElection(db, office)
    await ask(other.slug, phoneOf(14))
    expect(await enter(slug, phoneOf(14), await lastCode(db, phoneOf(14)))).toEqual({ admitted: false, triesLeft: 0 })
  })

  it.each(['1380000', '23800000010', '13800000010x', ''])('is refused to “%s”', async typed => {
    await expect(ask(slug, typed)).rejects.toMatchObject({ code: 'input.invalid' })
  })
})

describe('a risky request', async () => {
  const { slug } = await openElection(db, office)

  it('of a virtual operator’s number answers a sum in words first, and is never refused', async () => {
    const answer = await ask(slug, '17012345678')
    expect(answer).toMatchObject({
      sent: false,
      challenge: { question: expect.stringMatching(/^请先回答一道题：.加.等于几？$/) },
    })
    if (answer.sent) throw new Error('sent')
    const { token, question } = answer.challenge
    const [, a, b] = /：(.)加(.)等/.exec(question)!
    const digits = '零一二三四五六七八九'
    const sum = digits.indexOf(a!) + digits.indexOf(b!)
    expect(await ask(slug, '17012345678', { challenge: { token, answer: String(sum + 1) } })).toMatchObject({
      sent: false,
    })
    expect(await ask(slug, '17112345678', { challenge: { token, answer: String(sum) } })).toMatchObject({ sent: false })
    expect(await ask(slug, '17012345678', { challenge: { token, answer: String(sum) } })).toMatchObject({ sent: true })
    expect([await sentTo('17012345678'), await sentTo('17112345678')]).toEqual([1, 0])
  })

  it('takes the sum in Chinese numerals and full width as well', async () => {
    const frozen = (await frozenBySlug(db, slug))!
    const voter = voterOf(frozen, phoneOf(1))
    const words: Record<number, string> = { 4: '四', 10: '十', 11: '十一', 18: '一十八' }
    for (let n = 0; n < 200; n += 1) {
      const { token, question } = newChallenge(frozen, voter)
      const [a, b] = [...question.matchAll(/[二三四五六七八九]/g)].map(([word]) => '零一二三四五六七八九'.indexOf(word))
      const answers = [
        String(a! + b!),
        String(a! + b!).replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
      ]
      const spoken = words[a! + b!]
      for (const answer of spoken ? [...answers, spoken] : answers)
        expect(isAnswered(frozen, voter, { token, answer })).toBe(true)
    }
    expect(isAnswered(frozen, voter, { token: 'x', answer: '5' })).toBe(false)
  })

  it('in a burst from one network asks everybody there, then asks to wait; others go on', async () => {
    const from = (phone: string, address: string) =>
      office.server.app.request(`/api/ballot/elections/${slug}/codes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-address': address },
        body: JSON.stringify({ phone }),
      })
    for (let n = 0; n < 30; n += 1) await from(phoneOf(100 + n), `2001:db8:7::${n}`)
    expect(await (await from(phoneOf(150), '2001:db8:7:ffff::1')).json()).toMatchObject({ sent: false })
    expect(await (await from(phoneOf(151), '2001:db8:8::1')).json()).toMatchObject({ sent: true })
    await sql`insert into ballot.code (election_id, voter_hash, code_hash, subnet)
      select election_id, voter_hash, 'x', subnet from ballot.code c, generate_series(1, 300)
      where c.subnet = (select subnet from ballot.code group by subnet order by count(*) desc limit 1) limit 300`.execute(
      db,
    )
    const wait = await from(phoneOf(152), '2001:db8:7::1')
    expect([wait.status, ((await wait.json()) as { code: string }).code]).toEqual([429, 'ballot.wait'])
  })
})

describe('a credential', async () => {
  const { id, slug, poll } = await openElection(db, office)
  const { keys } = await visitor.call(ballotApi.getElection, { params: { slug } })
  const ask = (body: object) => visitor.call(ballotApi.issueCredential, { params: { slug }, body: body as never })

  it('is signed once: the same blinded request gets it again, another is refused, by any admission', async () => {
    const { token, group } = await poll.admitted('13900000001')
    const key = keys.find(each => each.group === group && each.mode === 'blind')!.key
    const [one, two] = [await blind(key, randomBytes(32)), await blind(key, randomBytes(32))]
    const first = await ask({ mode: 'blind', token, blinded: one.request })
    expect(await ask({ mode: 'blind', token, blinded: one.request })).toEqual(first)
    await expect(ask({ mode: 'blind', token, blinded: two.request })).rejects.toMatchObject({ code: 'ballot.issued' })
    await expect(ask({ mode: 'plain', token, serial: hex() })).rejects.toMatchObject({ code: 'ballot.issued' })
    await older('2 minutes')
    const later = await poll.admitted('13900000001')
    expect(later.issued).toBe(true)
    expect(await ask({ mode: 'blind', token: later.token, blinded: one.request })).toEqual(first)
    await expect(ask({ mode: 'blind', token: later.token, blinded: two.request })).rejects.toMatchObject({
      status: 409,
    })
  })

  it('is one however many ask at the same moment', async () => {
    const { token } = await poll.admitted(phoneOf(200))
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () => ask({ mode: 'plain', token, serial: hex() })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  })

  it('is not given without an admission of this election, nor after it has ended', async () => {
    const other = await openElection(db, office)
    const elsewhere = await other.poll.admitted(phoneOf(201))
    for (const token of ['x'.repeat(43), elsewhere.token])
      await expect(ask({ mode: 'plain', token, serial: hex() })).rejects.toMatchObject({
        code: 'ballot.token',
        status: 401,
      })
    const { token } = await poll.admitted(phoneOf(202))
    await sql`update ballot.admission set expires_at = clock_timestamp() where election_id = ${id}`.execute(db)
    await expect(ask({ mode: 'plain', token, serial: hex() })).rejects.toMatchObject({ code: 'ballot.token' })
  })

  it.each([
    ['too short', 'AAAA'],
    ['above the modulus', Buffer.alloc(256, 255).toString('base64url')],
  ])('is not signed over what is %s', async (_, blinded) => {
    await older('2 minutes')
    const { token } = await poll.admitted(phoneOf(203))
    await expect(ask({ mode: 'blind', token, blinded })).rejects.toMatchObject({ code: 'ballot.blinded', status: 422 })
  })

  it('of the weaker mode is forgotten at the close, and so is what could link it', async () => {
    await older('2 minutes')
    const { token } = await poll.admitted(phoneOf(204))
    await ask({ mode: 'plain', token, serial: hex() })
    await countOut(db, office, id)
    const { rows } = await sql<{ linked: number; admitted: number; codes: number }>`
      select (select count(*) from ballot.voter where election_id = ${id} and mode = 'plain'
          and (request_hash is not null or signature is not null)) as linked,
        (select count(*) from ballot.admission where election_id = ${id}) as admitted,
        (select count(*) from ballot.code where election_id = ${id}) as codes`.execute(db)
    expect(rows[0]).toEqual({ linked: 0, admitted: 0, codes: 0 })
    expect(await sentTo(phoneOf(204))).toBeGreaterThan(0)
    await forgetTelephones.handle(db, { title: '示例评议' }, { id: '1', last: false })
    expect(await sentTo(phoneOf(204))).toBe(0)
  })
})

describe('the number issued', () => {
  it('is public by whole days, for each key', async () => {
    const { slug, poll } = await openElection(db, office)
    const look = async () => {
      const { until, issued } = await visitor.call(ballotApi.getIssued, { params: { slug } })
      return [until, issued.map(({ count }) => count)]
    }
    await poll.voter('13900000001', 'blind')
    await poll.voter(phoneOf(250))
    expect(await look()).toEqual(['2017-04-19', [0, 0, 0, 0]])
    await setNow(db, '2017-04-20T16:00:00Z')
    expect(await look()).toEqual(['2017-04-20', [1, 0, 0, 1]])
    await poll.voter(phoneOf(251))
    expect(await look()).toEqual(['2017-04-20', [1, 0, 0, 1]])
  })
})

describe('the two sides', () => {
  it('share no value: nothing that identity stores of a blind voter is in the ballot, and no telephone anywhere', async () => {
    const { id, poll } = await openElection(db, office)
    const voter = await poll.voter(phoneOf(300), 'blind')
    await poll.cast(voter, [[1, 2], []])
    const texts = async (query: ReturnType<typeof sql<{ row: Record<string, unknown> }>>) =>
      (await query.execute(db)).rows
        .flatMap(({ row }) => Object.values(row))
        .map(String)
        .filter(text => text.length > 20)
    const identity = await texts(sql`
      select to_jsonb(v) as row from ballot.voter v where election_id = ${id}
      union all select to_jsonb(c) from ballot.code c where election_id = ${id}
      union all select to_jsonb(a) from ballot.admission a where election_id = ${id}`)
    const ballots = await texts(sql`select to_jsonb(b) as row from ballot.ballot b where election_id = ${id}`)
    const times = /^\d{4}-\d\d-\d\dT/
    expect(identity.filter(text => ballots.includes(text) && !times.test(text))).toEqual([])
    const { rows: keys } = await sql`select from app.idempotency where actor = 'public'`.execute(db)
    expect(keys).toEqual([])
    expect([...identity, ...ballots].filter(text => text.includes('13800000300'))).toEqual([])
  })
})

describe('a required census', async () => {
  const eligibility = { census: 'required' as const, wechat: false, defaultGroup: 'residents' }
  const { slug, poll } = await openElection(db, office, { eligibility })

  it('lets in who is listed, and tells others only once their code is right', async () => {
    expect(await poll.admitted('13900000001')).toMatchObject({ group: 'members', groupName: '党员' })
    await ask(slug, phoneOf(400))
    await expect(enter(slug, phoneOf(400), await lastCode(db, phoneOf(400)))).rejects.toMatchObject({
      code: 'ballot.not-in-census',
      status: 403,
    })
  })

  it('stops with the window', async () => {
    await setNow(db, afterwards)
    await expect(ask(slug, phoneOf(401))).rejects.toMatchObject({ code: 'ballot.closed' })
    await expect(enter(slug, '13900000001', '000000')).rejects.toMatchObject({ code: 'ballot.closed' })
  })
})
