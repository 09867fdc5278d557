import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { seat } from '#kernel/units/index.ts'
import { listUnits } from '#kernel/units/shared/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { accessRoutes } from '../routes.ts'
import * as api from '../shared/index.ts'
import { TestClient, testApi, testTree } from '../testing.ts'

const { db } = await testDatabase()
const tree = await testTree(db)
const { app, signedIn, visitor } = testApi(db, bound => accessRoutes(bound, { demo: false }))
const city = await signedIn({ unitId: tree.city, roles: ['administrator'], name: '市管理员' })
const county = await signedIn({ unitId: tree.county, roles: ['administrator'] })
const sibling = await signedIn({ unitId: tree.sibling, roles: ['administrator'] })
const clerk = await signedIn({ unitId: tree.county, roles: ['recommender'] })

const newLogin = () => `person-${randomInt(1e12)}`
const holder = (over = {}) => ({ rank: 'A' as const, name: '钱二', phone: '13800138000', login: newLogin(), ...over })
const newPost = async (by: TestClient, unitId: number) =>
  (await by.call(api.addUnitPost, { params: { id: unitId }, body: { title: '经办', roles: ['recommender'] } })).id
const signInAs = (login: string, password: string) => visitor.call(api.signIn, { body: { login, password } })

describe('a new person on a post', () => {
  it('signs in with the password that was shown once, which is stored nowhere', async () => {
    const post = await newPost(county, tree.township)
    const issued = await county.call(api.addHolder, { params: { id: post }, body: holder() })
    expect(issued.initialPassword).toMatch(/^([A-Z][a-z]\d[a-z]-){2}[A-Z][a-z]\d[a-z]$/)
    expect(await signInAs(issued.login, issued.initialPassword)).toEqual({ ok: true })
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from app.idempotency where answer::text like ${`%${issued.initialPassword}%`})
        or exists (select from audit.entry where detail::text like ${`%${issued.initialPassword}%`}) as found`.execute(
      db,
    )
    expect(rows).toEqual([{ found: false }])
  })

  it('gets no login that is taken, in capitals either, and no place that is held', async () => {
    const post = await newPost(county, tree.township)
    const { login } = await county.call(api.addHolder, { params: { id: post }, body: holder() })
    await expect(county.call(api.addHolder, { params: { id: post }, body: holder() })).rejects.toMatchObject({
      code: 'post.taken',
    })
    const second = holder({ rank: 'B', login: login.toUpperCase() })
    await expect(county.call(api.addHolder, { params: { id: post }, body: second })).rejects.toMatchObject({
      code: 'login.taken',
      findings: [{ path: 'login' }],
    })
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from units.post_holder where post_id = ${post} and rank = 'B'`.execute(db)
    expect(rows).toEqual([{ n: 0 }])
  })

  it('is put there by one of two administrators at once', async () => {
    const post = await newPost(county, tree.township)
    const outcomes = await Promise.allSettled([
      county.call(api.addHolder, { params: { id: post }, body: holder() }),
      city.call(api.addHolder, { params: { id: post }, body: holder() }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'post.taken' } })
  })

  it('is asked for a telephone that can be called', async () => {
    const post = await newPost(county, tree.township)
    await expect(
      county.call(api.addHolder, { params: { id: post }, body: holder({ phone: '138' }) }),
    ).rejects.toMatchObject({ status: 422, findings: [{ path: 'phone' }] })
  })
})

describe('a first password', () => {
  it('opens nothing but the setting of one’s own', async () => {
    const post = await newPost(county, tree.township)
    const { login, initialPassword } = await county.call(api.addHolder, { params: { id: post }, body: holder() })
    const headers = { 'content-type': 'application/json' }
    const entered = await app.request('/api/access/session', {
      method: 'POST',
      headers,
      body: JSON.stringify({ login, password: initialPassword }),
    })
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
    const client = new TestClient(app, cookie, { accountId: 0, postId: 0, unitId: 0 })
    expect(await client.call(api.getSession, {})).toMatchObject({ passwordInitial: true })
    await expect(client.call(listUnits, { query: {} })).rejects.toMatchObject({ code: 'password.initial' })
    const change = (next: string) => client.call(api.changePassword, { body: { current: initialPassword, next } })
    await expect(change(initialPassword)).rejects.toMatchObject({ code: 'password.same' })
    await change('My-Own-Horse-9')
    expect(await client.call(api.getSession, {})).toMatchObject({ passwordInitial: false })
    expect((await client.call(listUnits, { query: {} })).units.map(({ name }) => name)).toEqual(['甲县一镇'])
  })
})

describe('an account', () => {
  it('that is closed or reset loses its open sessions at once', async () => {
    const worker = await signedIn({ unitId: tree.township, roles: ['recommender'] })
    const account = { id: worker.ids.accountId }
    await county.call(api.resetPassword, { params: account })
    await expect(worker.call(api.getSession, {})).rejects.toMatchObject({ status: 401 })
    const { login, initialPassword } = await county.call(api.resetPassword, { params: account })
    await county.call(api.setAccountActive, { params: account, body: { active: false } })
    await expect(signInAs(login, initialPassword)).rejects.toMatchObject({ code: 'sign-in.failed' })
    await county.call(api.setAccountActive, { params: account, body: { active: true } })
    expect(await signInAs(login, initialPassword)).toEqual({ ok: true })
    const actions = (await history(db, 'account', account.id)).map(({ action }) => action)
    expect(actions).toEqual([
      'access.session.start',
      'access.account.restore',
      'access.account.close',
      'access.account.reset',
      'access.account.reset',
    ])
  })

  it('is listed without its hash', async () => {
    const response = await app.request(`/api/access/units/${tree.county}/accounts`, {
      headers: { cookie: county.cookie },
    })
    const text = await response.text()
    expect(JSON.parse(text).accounts.length).toEqual(2)
    expect(text).not.toMatch(/argon2|hash"/)
  })
})

describe('the reach of an administrator', () => {
  const refusals = (by: TestClient) => [
    () => by.call(api.listUnitAccounts, { params: { id: tree.sibling } }),
    () => by.call(api.addUnitPost, { params: { id: tree.sibling }, body: { title: '经办', roles: ['administrator'] } }),
    () => by.call(api.editPost, { params: { id: sibling.ids.postId }, body: { title: 'x', roles: [], active: false } }),
    () => by.call(api.addHolder, { params: { id: sibling.ids.postId }, body: holder({ rank: 'B' }) }),
    () => by.call(api.vacatePost, { params: { id: sibling.ids.postId, rank: 'A' } }),
    () => by.call(api.resetPassword, { params: { id: sibling.ids.accountId } }),
    () => by.call(api.setAccountActive, { params: { id: sibling.ids.accountId }, body: { active: false } }),
  ]

  it('ends at the unit: nothing of a sibling, for an administrator or a clerk', async () => {
    for (const by of [county, clerk])
      for (const refusal of refusals(by)) await expect(refusal()).rejects.toMatchObject({ status: 403 })
    expect((await sibling.call(api.getSession, {})).post.roles).toEqual(['administrator'])
  })

  it('does not hold the upper level, nor a person who also serves there', async () => {
    await expect(county.call(api.resetPassword, { params: { id: city.ids.accountId } })).rejects.toMatchObject({
      status: 403,
    })
    const both = await signedIn({ unitId: tree.township, roles: ['recommender'] })
    const cityPost = await newPost(city, tree.city)
    const { rows } = await sql<{ person_id: number }>`
      select person_id from access.account where id = ${both.ids.accountId}`.execute(db)
    await county.call(api.resetPassword, { params: { id: both.ids.accountId } })
    await inTransaction(db, tx => seat(tx, cityPost, rows[0]!.person_id))
    const params = { id: both.ids.accountId }
    await expect(county.call(api.resetPassword, { params })).rejects.toMatchObject({ status: 403 })
    await expect(
      county.call(api.editPerson, { params: { id: rows[0]!.person_id }, body: { name: '改名' } }),
    ).rejects.toMatchObject({ status: 403 })
    expect(await city.call(api.resetPassword, { params })).toMatchObject({ accountId: both.ids.accountId })
  })

  it('never lets one lock oneself out', async () => {
    const own = { id: county.ids.postId }
    await expect(
      county.call(api.editPost, { params: own, body: { title: '岗', roles: [], active: true } }),
    ).rejects.toMatchObject({ code: 'post.own' })
    await expect(county.call(api.vacatePost, { params: { ...own, rank: 'A' } })).rejects.toMatchObject({
      code: 'post.own',
    })
    await expect(
      county.call(api.setAccountActive, { params: { id: county.ids.accountId }, body: { active: false } }),
    ).rejects.toMatchObject({ status: 403 })
    expect((await county.call(api.getSession, {})).post.roles).toEqual(['administrator'])
  })
})

describe('a post', () => {
  it('gives its roles to open sessions as they are changed, known roles only', async () => {
    const worker = await signedIn({ unitId: tree.township, roles: ['recommender'] })
    const change = (roles: string[]) =>
      county.call(api.editPost, {
        params: { id: worker.ids.postId },
        body: { title: '副镇长', roles: roles as [], active: true },
      })
    await change(['principal'])
    expect((await worker.call(api.getSession, {})).post).toMatchObject({ title: '副镇长', roles: ['principal'] })
    await expect(change(['root'])).rejects.toMatchObject({
      status: 422,
      findings: [{ path: 'roles.0', message: '没有这个角色' }],
    })
  })

  it('is left by its holder, whose session ends there, and can be filled again', async () => {
    const worker = await signedIn({ unitId: tree.township, roles: ['recommender'] })
    const params = { id: worker.ids.postId }
    await county.call(api.vacatePost, { params: { ...params, rank: 'A' } })
    await expect(worker.call(api.getSession, {})).rejects.toMatchObject({ status: 401 })
    await expect(county.call(api.vacatePost, { params: { ...params, rank: 'A' } })).rejects.toMatchObject({
      code: 'post.vacant',
    })
    await county.call(api.addHolder, { params, body: holder({ name: '孙三' }) })
  })
})
