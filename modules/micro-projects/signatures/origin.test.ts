import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testApi } from '#kernel/access/testing.ts'
import { runSweeps } from '#kernel/jobs/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { signatureApi } from '../shared/index.ts'
import { useOriginKey } from './origin.ts'
import { signatureRoutes } from './routes.ts'
import { newHousehold, signingWorld, writtenBy } from './testing.ts'

useOriginKey(randomBytes(32))
const { db } = await testDatabase()
const world = await signingWorld(db)
const { staff, office } = world.people
const { app } = testApi(db, api =>
  signatureRoutes(api, { clientAddress: c => c.req.header('x-test-address') ?? 'unknown' }),
)

type Place = { address: string; browser: string; cookie?: string }
const post = async (path: string, body: object, { address, browser, cookie = '' }: Place) => {
  const headers = { 'content-type': 'application/json', 'user-agent': browser, 'x-test-address': address, cookie }
  const answer = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
  return answer.json() as Promise<{ address: string }>
}

const desk: Place = { address: '198.51.100.1', browser: 'Desk', cookie: staff.cookie }
const phone = (last: number): Place => ({ address: `203.0.113.${last}`, browser: 'WeChat' })

/** A link for a new household, issued at the desk and signed at some place. */
const signAt = async (id: number, place: Place) => {
  const household = newHousehold()
  const { address } = await post(`/api/micro/projects/${id}/links`, { household }, desk)
  const token = address.split('/sign/')[1]!
  await post(
    '/api/micro/sign',
    { token, proof: household.head, ink: writtenBy(Number(household.phone)), actKey: randomUUID() },
    place,
  )
}
const signs = async (id: number) =>
  (await office.call(signatureApi.getSigns, { params: { id } })).findings.map(({ message }) => message)

describe('links', () => {
  it('signed each on a telephone of its own are no sign', async () => {
    const id = await world.project()
    for (const last of [1, 2, 3]) await signAt(id, phone(last))
    await signAt(id, { ...phone(3), browser: 'another browser behind the same address' })
    expect(await signs(id)).toEqual([])
  })

  it('of two households signed in one place, or where they were issued, are told to the checker', async () => {
    const id = await world.project()
    for (const place of [phone(1), phone(2), phone(1), { ...desk, cookie: '' }]) await signAt(id, place)
    await signAt(id, { ...phone(4), cookie: staff.cookie })
    expect(await signs(id)).toEqual([
      '第1、3户的链接签名来自同一网络地址和同一种浏览器，请核实是否各户本人所签。',
      '第4户的链接签名与发出链接时的网络地址和浏览器相同，或当时有工作人员登录，请核实是否本人所签。',
      '第5户的链接签名与发出链接时的网络地址和浏览器相同，或当时有工作人员登录，请核实是否本人所签。',
    ])
  })

  it('are kept without an address, differ from project to project, and are forgotten once it is decided', async () => {
    const ids = [await world.project(), await world.project()]
    for (const id of ids) await signAt(id, phone(9))
    const kept = async () => {
      const { rows } = await sql<{ signed: string | null; issued: string | null }>`
        select s.signed_from as signed, l.issued_from as issued from micro.signature s
        join micro.signing_link l on l.project_id = s.project_id and l.household_id = s.household_id
        where s.project_id = any(${ids}::bigint[]) order by s.id`.execute(db)
      return rows
    }
    const origins = (await kept()).flatMap(({ signed, issued }) => [signed, issued])
    expect(new Set(origins).size).toBe(4)
    for (const origin of origins) expect(origin).toMatch(/^[\w-]{22}$/)
    await world.setState(ids[0]!, 'building')
    await runSweeps(db)
    expect((await kept()).map(({ signed, issued }) => [signed === null, issued === null])).toEqual([
      [true, true],
      [false, false],
    ])
  })
})
