import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { TestClient } from '#kernel/access/testing.ts'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { householdApi, signatureApi } from '../shared/index.ts'
import { newHousehold, signingWorld, writtenBy } from './testing.ts'

const { db } = await testDatabase()
const world = await signingWorld(db)
const { staff, neighbourStaff, lead, office } = world.people
const { village } = world.units

let seed = 7000
const enter = async (body = newHousehold()) => {
  const { id } = await staff.call(signatureApi.addHousehold, { params: { id: await world.project() }, body })
  return { id, ...body }
}
const sign = (projectId: number, household: { id: number } | ReturnType<typeof newHousehold>) => {
  seed += 1
  const body = { household, ink: writtenBy(seed), actKey: randomUUID() }
  return staff.call(signatureApi.signFaceToFace, { params: { id: projectId }, body })
}
const merge = (id: number, intoId: number, by: TestClient = staff) =>
  by.call(householdApi.mergeHousehold, { params: { id }, body: { intoId, reason: '同一户登记了两次' } })
const strikeOff = (id: number, by: TestClient = staff) =>
  by.call(householdApi.strikeHousehold, { params: { id }, body: { reason: '已迁出' } })
const standing = async (projectId: number) => {
  const { rows } = await sql<{ id: number }>`
    select household_id as id from micro.signature
    where project_id = ${projectId} and taken_back_at is null order by id`.execute(db)
  return rows.map(({ id }) => id)
}
const actions = async (id: number) => (await history(db, 'micro.household', id)).map(({ action }) => action)

describe('two entries of one household', () => {
  it('become one that stands under each project once, whichever signed it', async () => {
    const [kept, gone] = [await enter(), await enter()]
    const [both, one] = [await world.project(), await world.project()]
    await sign(both, { id: kept.id })
    await sign(both, { id: gone.id })
    await sign(one, { id: gone.id })
    expect(await merge(gone.id, kept.id)).toEqual({ struckSignatures: 1 })
    expect([await standing(both), await standing(one)]).toEqual([[kept.id], [kept.id]])
    await expect(sign(one, { id: kept.id })).rejects.toMatchObject({ code: 'household.signed' })
    expect(await actions(gone.id)).toEqual(['micro.household.merge', 'micro.household.add'])
  })

  it('stay one when somebody writes down the other again, and signs with its particulars', async () => {
    const [kept, gone] = [await enter(), await enter()]
    const project = await world.project()
    await sign(project, { id: kept.id })
    await merge(gone.id, kept.id)
    const { id: _, ...written } = gone
    await expect(sign(project, written)).rejects.toMatchObject({ code: 'household.signed' })
    await expect(sign(project, { id: gone.id })).rejects.toMatchObject({ status: 404 })
    expect(await standing(project)).toEqual([kept.id])
  })

  it('merged while one of them signs at the same time stand once all the same', async () => {
    const [kept, gone] = [await enter(), await enter()]
    const project = await world.project()
    await sign(project, { id: kept.id })
    await Promise.allSettled([merge(gone.id, kept.id), sign(project, { id: gone.id })])
    expect(await standing(project)).toEqual([kept.id])
  })

  it('are not merged with themselves, with one of another village, or by anybody but the village’s own staff', async () => {
    const [kept, gone] = [await enter(), await enter()]
    const at = { params: { id: await world.project(world.units.neighbour) } }
    const foreign = await neighbourStaff.call(signatureApi.addHousehold, { ...at, body: newHousehold() })
    await expect(merge(gone.id, gone.id)).rejects.toMatchObject({ code: 'household.same' })
    await expect(merge(gone.id, foreign.id)).rejects.toMatchObject({ status: 404, code: 'household.unknown' })
    for (const by of [neighbourStaff, lead, office])
      await expect(merge(gone.id, kept.id, by)).rejects.toMatchObject({ status: 403 })
    await expect(merge(999_999, kept.id)).rejects.toMatchObject({ status: 404 })
  })

  it('are not merged while one of them is to be called back', async () => {
    const [kept, gone] = [await enter(), await enter()]
    const { id } = await sign(await world.project(), { id: gone.id })
    await sql`insert into micro.call_back (signature_id) values (${id})`.execute(db)
    await expect(merge(gone.id, kept.id)).rejects.toMatchObject({ code: 'household.asked' })
    await expect(merge(kept.id, gone.id)).rejects.toMatchObject({ code: 'household.asked' })
    await expect(strikeOff(gone.id)).rejects.toMatchObject({ code: 'household.asked' })
  })
})

describe('a household struck off', () => {
  it('is on no list, signs nothing, and its link opens nothing; written down again it is the same', async () => {
    const household = await enter()
    const project = await world.project()
    const params = { id: project }
    await staff.call(signatureApi.issueLink, { params, body: { household: { id: household.id } } })
    await strikeOff(household.id)
    const { rows } = await staff.call(householdApi.listHouseholds, {
      params: { id: village },
      query: { words: household.head },
    })
    const found = await staff.call(signatureApi.findHouseholds, { params, query: { words: household.phone! } })
    expect([rows, found.households]).toEqual([[], []])
    expect((await staff.call(signatureApi.getSignatures, { params })).links).toEqual([])
    await expect(sign(project, { id: household.id })).rejects.toMatchObject({ status: 404 })
    const { id, ...body } = household
    expect(await staff.call(signatureApi.addHousehold, { params, body })).toEqual({ id, known: true })
    expect(await actions(id)).toEqual([
      ...['micro.household.revive', 'micro.household.strike-off', 'micro.household.add'],
    ])
  })

  it('keeps what it signed under projects that have gone on, and is not struck off before', async () => {
    const household = await enter()
    const project = await world.project()
    await sign(project, { id: household.id })
    await expect(strikeOff(household.id)).rejects.toMatchObject({ code: 'household.signs' })
    await expect(strikeOff(household.id, lead)).rejects.toMatchObject({ status: 403 })
    await world.setState(project, 'building')
    await strikeOff(household.id)
    expect(await standing(project)).toEqual([household.id])
  })
})

describe('the list of a village’s households', () => {
  it('goes on page by page in the order of names, and is found in by name, door or number', async () => {
    const heads = ['丙', '甲', '乙'].map(first => `${first}页户`)
    for (const head of heads) await enter(newHousehold({ head }))
    const list = (query: { words?: string; after?: number }, by = staff) =>
      by.call(householdApi.listHouseholds, { params: { id: village }, query })
    const { rows, total } = await list({ words: '页户' })
    const names = rows.map(({ head }) => head)
    expect([names.toSorted(), total]).toEqual([heads.toSorted(), 3])
    const rest = await list({ words: '页户', after: rows[0]!.id })
    expect(rest.rows.map(({ head }) => head)).toEqual(names.slice(1))
    expect((await list({ words: rows[1]!.phone! })).rows).toEqual([rows[1]])
    for (const by of [neighbourStaff, lead, office]) await expect(list({}, by)).rejects.toMatchObject({ status: 403 })
  })
})
