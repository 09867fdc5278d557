import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { inTransaction, sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { accessRoutes } from '../routes.ts'
import { getSession, signOut } from '../shared/api.ts'
import { issueSlip } from '../slip.ts'
import { registerSlipMatter } from '../slip-matter.ts'
import { testApi, testTree } from '../testing.ts'
import { slipPages } from './index.tsx'

const { db } = await testDatabase()
const tree = await testTree(db)
const api = testApi(db, bound => accessRoutes(bound, { demo: false }))
const organiser = await api.signedIn({ unitId: tree.city, roles: ['organiser'] })

const outbox: { phone: string; body: string }[] = []
registerSlipMatter('vet', async (_db, id) => ({ title: '“百名先进”推选', path: `/vetting/${id}` }))
const site = (demo: boolean) => {
  const app = new Hono()
  app.use(async (c, next) => {
    c.setRenderer((content, page) => c.html(<html lang="zh-CN">{content}</html>, page.status ?? 200))
    await next()
  })
  app.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
  slipPages(app, {
    db,
    demo,
    sendCode: async (_tx, message) => void outbox.push(message),
    matter: async (_db, { subjectId }) => ({ title: '“百名先进”推选', path: `/vetting/${subjectId}` }),
  })
  return app
}
const app = site(false)

const newSlip = (over = {}) =>
  inTransaction(db, async tx => {
    const actor = { kind: 'account' as const, id: 'account:1', name: '经办', accountId: organiser.ids.accountId }
    const place = { postId: null, postTitle: '', unitId: tree.city, unitName: '测试市', unitPath: '', roles: [] }
    const expiresAt = Temporal.Now.instant().add({ hours: 48 }).toString()
    const slip = {
      purpose: 'vet' as const,
      subjectId: 7,
      holder: '周审查',
      unitName: '市公安局',
      phone: '13812345678',
      expiresAt,
    }
    return issueSlip(tx, { ...actor, ...place }, { ...slip, ...over })
  })

const post = (path: string, fields: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields) })
const lastCode = () => /验证码(\d{6})/.exec(outbox.at(-1)!.body)![1]!
const minutesPass = (minutes: number) =>
  inTransaction(db, async tx => {
    await sql`alter table audit.entry disable trigger user`.execute(tx)
    await sql`update audit.entry set at = at - make_interval(mins => ${minutes}) where action = 'access.slip.code'`.execute(
      tx,
    )
    await sql`alter table audit.entry enable trigger user`.execute(tx)
  })

describe('a slip', () => {
  it('says whom and what it is for, hides the telephone, and tells no one else', async () => {
    const { token } = await newSlip()
    const response = await app.request(`/slip/${token}`)
    const html = await response.text()
    expect(html).toContain('周审查，您好')
    expect(html).toContain('“百名先进”推选')
    expect(html).toContain('138******78')
    expect(html).not.toContain('13812345678')
    expect(response.headers.get('referrer-policy')).toEqual('no-referrer')
  })

  it('is opened by the code that was sent, in full-width digits too, and leads to its task', async () => {
    const { token } = await newSlip()
    const sent = await post(`/slip/${token}/code`)
    expect(await sent.text()).not.toContain(lastCode())
    expect(outbox.at(-1)!.phone).toEqual('13812345678')
    const wide = [...lastCode()].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(' ')
    const opened = await post(`/slip/${token}/open`, { code: wide })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/desk/vetting/7'])
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    const session = await api.app.request(getSession.path, { headers: { cookie } })
    expect(await session.json()).toMatchObject({ account: { name: '周审查' }, permissions: ['vetter'] })
  })

  it('lets in for 30 idle minutes; a new code opens it again, and leaving ends it', async () => {
    const { token, id } = await newSlip()
    const enter = async () => {
      await post(`/slip/${token}/code`)
      return (await post(`/slip/${token}/open`, { code: lastCode() })).headers.get('set-cookie')!.split(';')[0]!
    }
    const status = async (cookie: string) => (await api.app.request(getSession.path, { headers: { cookie } })).status
    const idle = (minutes: number) =>
      sql`update access.slip set session_seen_at = clock_timestamp() - make_interval(mins => ${sql.lit(minutes)})
        where id = ${id}`.execute(db)
    const first = await enter()
    await idle(29)
    expect(await status(first)).toEqual(200)
    await idle(31)
    expect(await status(first)).toEqual(401)
    await minutesPass(2)
    const second = await enter()
    expect([await status(first), await status(second)]).toEqual([401, 200])
    await api.app.request(signOut.path, { method: 'DELETE', headers: { cookie: second, 'idempotency-key': 'leave' } })
    expect(await status(second)).toEqual(401)
  })

  it('tells the desk its one task, and no post', async () => {
    const { token } = await newSlip()
    await post(`/slip/${token}/code`)
    const cookie = (await post(`/slip/${token}/open`, { code: lastCode() })).headers.get('set-cookie')!.split(';')[0]!
    const session = await (await api.app.request(getSession.path, { headers: { cookie } })).json()
    expect(session).toMatchObject({
      account: { id: 0, name: '周审查' },
      post: { id: 0, unit: { id: 0, name: '市公安局' }, roles: ['vetter'] },
      posts: [],
      task: { title: '“百名先进”推选', path: '/vetting/7' },
    })
  })

  it('takes five wrong codes and then not the right one', async () => {
    const { token } = await newSlip()
    await post(`/slip/${token}/code`)
    const wrong = lastCode() === '000000' ? '000001' : '000000'
    for (const left of [4, 3, 2, 1])
      expect(await (await post(`/slip/${token}/open`, { code: wrong })).text()).toContain(`还可以再试${left}次`)
    await post(`/slip/${token}/open`, { code: wrong })
    const late = await post(`/slip/${token}/open`, { code: lastCode() })
    expect([late.status, late.headers.get('set-cookie')]).toEqual([422, null])
  })

  it('sends one code a minute and five a day', async () => {
    const { token } = await newSlip()
    for (let n = 0; n < 5; n += 1) {
      expect((await post(`/slip/${token}/code`)).status).toEqual(200)
      expect((await post(`/slip/${token}/code`)).status).toEqual(429)
      await minutesPass(2)
    }
    const sixth = await post(`/slip/${token}/code`)
    expect([sixth.status, (await sixth.text()).includes('今天已发过5次')]).toEqual([429, true])
  })

  it('that has expired, was withdrawn or never was tells nothing', async () => {
    const past = await newSlip({ expiresAt: '2020-01-01T00:00:00Z' })
    const withdrawn = await newSlip()
    await sql`update access.slip set revoked_at = clock_timestamp() where id = ${withdrawn.id}`.execute(db)
    for (const token of [past.token, withdrawn.token, 'nonsense'])
      for (const response of [await app.request(`/slip/${token}`), await post(`/slip/${token}/code`)])
        expect([response.status, (await response.text()).includes('周审查')]).toEqual([404, false])
  })

  it('shows its code on the page in a demo, where no message leaves the house', async () => {
    const { token } = await newSlip()
    const html = await (await site(true).request(`/slip/${token}/code`, { method: 'POST' })).text()
    expect(html).toContain(lastCode())
  })
})
