import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { addAccountOnPost } from './account.ts'
import { prepareFirstRun } from './first-run.ts'
import { hashPassword } from './password.ts'
import { accessRoutes } from './routes.ts'
import {
  changePassword,
  demoAccounts,
  demoSignIn,
  firstRun,
  firstRunState,
  getSession,
  handOver,
  moveDemoClock,
  signIn,
  signOut,
  switchPost,
} from './shared/api.ts'
import { TestClient, testApi, testTree } from './testing.ts'

const { db } = await testDatabase()
const tree = await testTree(db)
const demo = testApi(db, api => accessRoutes(api, { demo: true }))
const real = testApi(db, api => accessRoutes(api, { demo: false }))
const password = 'Correct-Horse-7'
const makeAccount = (login: string, over = {}) =>
  inTransaction(db, tx =>
    addAccountOnPost(tx, {
      unitId: tree.county,
      title: '经办',
      roles: ['recommender'],
      name: '赵一',
      login,
      password,
      ...over,
    }),
  )

describe('signing in', () => {
  it('opens a session that says who, where and as what', async () => {
    await makeAccount('zhao')
    const response = await real.app.request('/api/access/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'zhao', password }),
    })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const session = await real.app.request('/api/access/session', { headers: { cookie: cookie.split(';')[0]! } })
    expect(await session.json()).toMatchObject({
      account: { name: '赵一' },
      post: { title: '经办', unit: { id: tree.county, name: '甲县' }, roles: ['recommender'] },
      posts: [{ title: '经办', unitName: '甲县', rank: 'A' }],
      demo: false,
    })
  })

  it('says the same for a wrong password, an unknown and a closed account', async () => {
    await makeAccount('closed')
    await sql`update access.account set active = false where login = 'closed'`.execute(db)
    for (const [login, tried] of [
      ['zhao', 'wrong'],
      ['nobody', password],
      ['closed', password],
    ] as const)
      await expect(real.visitor.call(signIn, { body: { login, password: tried } })).rejects.toMatchObject({
        status: 401,
        code: 'sign-in.failed',
      })
  })

  it('locks an account for a while after five wrong passwords, also for the right one', async () => {
    await makeAccount('locked')
    for (let n = 0; n < 5; n += 1)
      await expect(real.visitor.call(signIn, { body: { login: 'locked', password: 'wrong' } })).rejects.toThrow()
    await expect(real.visitor.call(signIn, { body: { login: 'locked', password } })).rejects.toMatchObject({
      status: 429,
      code: 'sign-in.locked',
    })
  })

  it('asks who is missing a field to fill it in, at the field', async () => {
    await expect(real.visitor.call(signIn, { body: { login: ' ', password } })).rejects.toMatchObject({
      status: 422,
      findings: [{ path: 'login', severity: 'block', message: '请输入账号' }],
    })
  })
})

describe('a session', () => {
  it('is needed for anything that is not declared open', async () => {
    await expect(real.visitor.call(getSession, {})).rejects.toMatchObject({ status: 401, code: 'session.missing' })
  })

  it('ends by leaving, by 30 idle minutes, and when the account is closed', async () => {
    const leaver = await real.signedIn({ unitId: tree.county, roles: [] })
    await leaver.call(signOut, {})
    await expect(leaver.call(getSession, {})).rejects.toMatchObject({ status: 401 })
    const idler = await real.signedIn({ unitId: tree.county, roles: [] })
    await sql`update access.session set seen_at = clock_timestamp() - interval '31 minutes'
      where account_id = ${idler.ids.accountId}`.execute(db)
    await expect(idler.call(getSession, {})).rejects.toMatchObject({ status: 401 })
    const closed = await real.signedIn({ unitId: tree.county, roles: [] })
    await sql`update access.account set active = false where id = ${closed.ids.accountId}`.execute(db)
    await expect(closed.call(getSession, {})).rejects.toMatchObject({ status: 401 })
  })

  it('moves only to a post that its account holds', async () => {
    const clerk = await real.signedIn({ unitId: tree.county, roles: ['recommender'] })
    const other = await real.signedIn({ unitId: tree.sibling, roles: ['administrator'] })
    await expect(clerk.call(switchPost, { body: { postId: other.ids.postId } })).rejects.toMatchObject({ status: 403 })
    expect((await clerk.call(getSession, {})).post.unit.name).toBe('甲县')
  })
})

describe('handing a post over', () => {
  it('gives it to the successor and takes it from open sessions of the one who leaves', async () => {
    const leaver = await real.signedIn({ unitId: tree.county, roles: ['recommender'] })
    await makeAccount('successor', { name: '钱二' })
    await leaver.call(handOver, { params: { id: leaver.ids.postId }, body: { rank: 'A', toLogin: 'successor' } })
    await expect(leaver.call(getSession, {})).rejects.toMatchObject({ status: 401 })
    const [entry] = await history(db, 'post', leaver.ids.postId)
    expect(entry).toMatchObject({ action: 'access.post.hand-over', detail: { rank: 'A', to: '钱二', note: '' } })
  })

  it('is refused for a post of another unit', async () => {
    const clerk = await real.signedIn({ unitId: tree.county, roles: ['recommender'] })
    const other = await real.signedIn({ unitId: tree.sibling, roles: ['recommender'] })
    await expect(
      clerk.call(handOver, { params: { id: other.ids.postId }, body: { rank: 'A', toLogin: 'zhao' } }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('passwords', () => {
  it('are changed with the current one and must be strong', async () => {
    const changer = await real.signedIn({ unitId: tree.county, roles: [] })
    const stored = await hashPassword(password)
    await sql`update access.account set password_hash = ${stored} where id = ${changer.ids.accountId}`.execute(db)
    const change = (current: string, next: string) => changer.call(changePassword, { body: { current, next } })
    await expect(change('wrong', 'Another-Horse-8')).rejects.toMatchObject({ code: 'password.wrong' })
    for (const weak of ['Short-1', 'alllowercase', 'Password-2026'])
      await expect(change(password, weak)).rejects.toMatchObject({ code: 'password.weak' })
    expect(await change(password, 'Another-Horse-8')).toEqual({ ok: true })
    expect((await changer.call(getSession, {})).account.id).toEqual(changer.ids.accountId)
  })
})

describe('a changed password', () => {
  it('ends every other session of the account and leaves the one that changed it', async () => {
    const account = await makeAccount('two-windows')
    const enter = async () => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ login: 'two-windows', password })
      const response = await real.app.request('/api/access/session', { method: 'POST', headers, body })
      return new TestClient(real.app, response.headers.get('set-cookie')!.split(';')[0]!, {
        ...account,
        unitId: tree.county,
      })
    }
    const [here, elsewhere] = [await enter(), await enter()]
    await here.call(changePassword, { body: { current: password, next: 'Another-Horse-8' } })
    expect((await here.call(getSession, {})).account.name).toEqual('赵一')
    await expect(elsewhere.call(getSession, {})).rejects.toMatchObject({ status: 401 })
  })
})

describe('a lost reply', () => {
  it('is answered again for the same key and content, and not acted upon twice', async () => {
    const key = randomUUID()
    const visitor = await demo.signedIn({ unitId: tree.county, roles: [] })
    const first = await visitor.call(moveDemoClock, { body: { days: 1 } }, key)
    const again = await visitor.call(moveDemoClock, { body: { days: 1 } }, key)
    expect(again).toEqual(first)
    await expect(visitor.call(moveDemoClock, { body: { days: 2 } }, key)).rejects.toMatchObject({
      status: 422,
      code: 'idempotency.mismatch',
    })
  })
})

describe('the demo', () => {
  it('has one-click logins for its own accounts only', async () => {
    await makeAccount('demo-zhang', { demo: true, name: '张三' })
    const { accounts } = await demo.visitor.call(demoAccounts, {})
    expect(accounts.map(account => account.login)).toEqual(['demo-zhang'])
    expect(await demo.visitor.call(demoSignIn, { body: { login: 'demo-zhang' } })).toEqual({ ok: true })
    await expect(demo.visitor.call(demoSignIn, { body: { login: 'zhao' } })).rejects.toMatchObject({ status: 404 })
  })

  it('does not exist outside a demo', async () => {
    for (const [method, path] of [
      ['GET', '/api/access/demo-accounts'],
      ['POST', '/api/access/demo-session'],
      ['GET', '/api/demo/clock'],
      ['POST', '/api/demo/clock'],
    ] as const)
      expect((await real.app.request(path, { method })).status).toBe(404)
  })
})

describe('the first run', () => {
  it('makes one administrator with the code of the terminal, and never a second', async () => {
    const { db: empty } = await testDatabase()
    const fresh = testApi(empty, api => accessRoutes(api, { demo: false }))
    expect(await fresh.visitor.call(firstRunState, {})).toEqual({ needed: true })
    const code = (await prepareFirstRun(empty))!
    const first = { unitName: '某市党委办公室', name: '管理员', login: 'root1', password }
    await expect(fresh.visitor.call(firstRun, { body: { ...first, code: '000000-000000' } })).rejects.toMatchObject({
      code: 'first-run.code',
    })
    await expect(fresh.visitor.call(firstRun, { body: { ...first, code, password: 'short' } })).rejects.toMatchObject({
      code: 'password.weak',
    })
    expect(await fresh.visitor.call(firstRun, { body: { ...first, code } })).toEqual({ ok: true })
    expect(await prepareFirstRun(empty)).toBeNull()
    await expect(fresh.visitor.call(firstRun, { body: { ...first, login: 'root2', code } })).rejects.toThrow()
    expect(await fresh.visitor.call(signIn, { body: { login: 'root1', password } })).toEqual({ ok: true })
  })
})
