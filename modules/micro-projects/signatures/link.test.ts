import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { signatureApi } from '../shared/index.ts'
import { newHousehold, signingWorld, writtenBy } from './testing.ts'

const { db } = await testDatabase()
const world = await signingWorld(db)
const { staff, lead, neighbourStaff, office } = world.people
const { visitor } = world

/** A project with a link for one new household. */
const issued = async (over: Parameters<typeof newHousehold>[0] = {}) => {
  const params = { id: await world.project() }
  const household = newHousehold(over)
  const link = await staff.call(signatureApi.issueLink, { params, body: { household } })
  return { params, household, link, token: link.address.split('/sign/')[1]! }
}
const answer = (token: string, proof: string, actKey: string = randomUUID()) => ({
  body: { token, proof, ink: writtenBy(3), actKey },
})
const sign = (input: ReturnType<typeof answer>) => visitor.call(signatureApi.signByLink, input)
const count = async (id: number) =>
  (await staff.call(signatureApi.getSignatures, { params: { id } })).signatures.filter(({ way }) => way === 'link')
    .length

describe('a signing link', () => {
  it('lets the household sign without a session, once', async () => {
    const { params, household, token } = await issued()
    expect(await sign(answer(token, household.head))).toMatchObject({ signed: true })
    await expect(sign(answer(token, household.head))).rejects.toMatchObject({ code: 'link.used' })
    expect(await count(params.id)).toBe(1)
  })

  it('takes the last four digits of the number on record for the name, and none where there is no number', async () => {
    const { household, token } = await issued({ phone: '13812340987' })
    expect(household.phone).toBe('13812340987')
    expect(await sign(answer(token, '0987'))).toMatchObject({ signed: true })
    const without = await issued({ phone: null })
    expect(await sign(answer(without.token, 'null'))).toEqual({ signed: false, triesLeft: 4 })
  })

  it('signs once when it is used twice at once, and gives the same act the same answer', async () => {
    const { params, household, token } = await issued()
    const act = answer(token, household.head)
    const [one, same] = await Promise.all([sign(act), sign(act)])
    expect(same).toEqual(one)
    const another = await issued()
    const both = await Promise.allSettled([1, 2].map(() => sign(answer(another.token, another.household.head))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([await count(params.id), await count(another.params.id)]).toEqual([1, 1])
  })

  it('tells a stranger nothing, and closes after five wrong answers, also at once', async () => {
    const { params, household, token } = await issued({ head: '欧阳秘密', phone: '13855554321' })
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => sign(answer(token, '张三'))))
    const left = answers.map(each => (each.signed ? 'signed' : each.triesLeft))
    expect(left.sort()).toEqual([0, 1, 2, 3, 4])
    expect(JSON.stringify(answers)).not.toMatch(/欧阳|4321/)
    await expect(sign(answer(token, household.head))).rejects.toMatchObject({ code: 'link.revoked' })
    expect(await count(params.id)).toBe(0)
    const acts = (await history(db, 'micro.project', params.id)).map(({ action }) => action)
    expect(acts.filter(action => action === 'micro.link.guessed')).toHaveLength(1)
  })

  it('is good for seven days of the business clock', async () => {
    const { household, token, link } = await issued()
    const { rows } = await sql<{ days: number }>`
      select round(extract(epoch from ${link.expiresAt}::timestamptz - app.now()) / 86400)::int as days`.execute(db)
    expect(rows).toEqual([{ days: 7 }])
    await sql`update micro.signing_link set expires_at = app.now() where id = ${link.id}`.execute(db)
    await expect(sign(answer(token, household.head))).rejects.toMatchObject({ code: 'link.expired' })
  })

  it('gives way to a new one, and can be taken back', async () => {
    const { params, household, token } = await issued()
    const next = await lead.call(signatureApi.issueLink, { params, body: { household } })
    await expect(sign(answer(token, household.head))).rejects.toMatchObject({ code: 'link.revoked' })
    await expect(
      neighbourStaff.call(signatureApi.revokeLink, { params: { id: next.id }, body: {} }),
    ).rejects.toMatchObject({ status: 403 })
    await staff.call(signatureApi.revokeLink, { params: { id: next.id }, body: {} })
    const nextToken = next.address.split('/sign/')[1]!
    await expect(sign(answer(nextToken, household.head))).rejects.toMatchObject({ code: 'link.revoked' })
  })

  it('is one at a time when two are issued at once', async () => {
    const { params, household } = await issued()
    await Promise.all([staff, lead].map(by => by.call(signatureApi.issueLink, { params, body: { household } })))
    expect((await staff.call(signatureApi.getSignatures, { params })).links).toHaveLength(1)
  })

  it('opens nothing once the project is on its way', async () => {
    const { params, household, token } = await issued()
    await world.setState(params.id, 'secretary')
    await expect(sign(answer(token, household.head))).rejects.toMatchObject({ code: 'signing.closed' })
    await expect(
      staff.call(signatureApi.issueLink, { params, body: { household: newHousehold() } }),
    ).rejects.toMatchObject({ code: 'signing.closed' })
  })

  it('is unknown when it was made up, and issued by nobody from elsewhere', async () => {
    await expect(sign(answer('made-up', '张三'))).rejects.toMatchObject({ code: 'link.unknown', status: 404 })
    const params = { id: await world.project() }
    for (const by of [neighbourStaff, office])
      await expect(
        by.call(signatureApi.issueLink, { params, body: { household: newHousehold() } }),
      ).rejects.toMatchObject({ status: 403 })
  })

  it('keeps its token nowhere, and carries it as a code', async () => {
    const { link, token } = await issued()
    expect(link.qr).toMatch(/^data:image\/png;base64,/)
    for (const table of ['micro.signing_link', 'app.idempotency', 'audit.entry']) {
      const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(db)
      expect(rows.filter(({ text }) => text.includes(token))).toEqual([])
    }
  })
})
