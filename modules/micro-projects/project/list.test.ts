import { beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '#kernel/documents/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { projectApi } from '../shared/index.ts'
import { draft, type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld

beforeAll(async () => {
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
  const road = await readyDraft(world, { ...draft, title: '修路' }, world.memberIds.slice(0, 3))
  await passUpTo(world, road, 'amount')
  await passUpTo(world, await readyDraft(world, { ...draft, title: '修桥' }, world.memberIds.slice(3, 6)), 'secretary')
})

type By = keyof MicroWorld['people']
type Query = { unitId?: number; programmeId?: number; state?: 'meeting'; words?: string }

const titles = async (by: By, query: Query) => {
  const { rows, total } = await world.people[by].call(projectApi.listProjects, { query })
  expect(total).toBe(rows.length)
  return rows.map(({ title }) => title)
}

const sheet = async (by: By, query = '') => {
  const answer = await world.app.request(`/api/micro/projects.xlsx${query}`, {
    headers: { cookie: world.people[by].cookie },
  })
  if (!answer.ok) return answer.status
  const rows = await readSheet(Buffer.from(await answer.arrayBuffer()))
  return rows.map(row => row.slice(1, 6))
}

describe('the list of projects', () => {
  it('is kept to a village, a sub-district, a year, a state', async () => {
    const { units, programmeId } = world
    for (const unitId of [units.village, units.district])
      expect(await titles('office', { unitId, programmeId })).toEqual(['修桥', '修路'])
    expect(await titles('office', { unitId: units.neighbour })).toEqual([])
    expect(await titles('office', { programmeId: programmeId + 1 })).toEqual([])
    expect(await titles('office', { state: 'meeting', unitId: units.village })).toEqual(['修路'])
    expect(await titles('stranger', { unitId: units.village })).toEqual([])
  })

  it('is looked through for words of a title or of who leads, in either case', async () => {
    await sql`update micro.project set title = '修桥LED灯' where title = '修桥'`.execute(db)
    expect(await titles('office', { words: '修' })).toEqual(['修桥LED灯', '修路'])
    expect(await titles('office', { words: '李代' })).toEqual(['修桥LED灯', '修路'])
    expect(await titles('office', { words: 'led' })).toEqual(['修桥LED灯'])
    expect(await titles('office', { words: '修%' })).toEqual([])
    await sql`update micro.project set title = '修桥' where title = '修桥LED灯'`.execute(db)
  })

  it('has what a village is still writing, or took back, for the village alone', async () => {
    const { people, memberIds } = world
    const id = await readyDraft(world, { ...draft, title: '还在写的' }, memberIds.slice(6, 9))
    const seen = async (by: By) => (await titles(by, {})).includes('还在写的')
    expect([await seen('staff'), await seen('lead'), await seen('office'), await seen('finance')]).toEqual([
      ...[true, true, false, false],
    ])
    const read = () => people.office.call(projectApi.getProject, { params: { id } })
    await expect(read()).rejects.toMatchObject({ status: 403, message: expect.not.stringContaining('还在写的') })
    await people.lead.call(projectApi.submitProject, { params: { id }, body: {} })
    expect([await seen('office'), (await read()).title]).toEqual([true, '还在写的'])
    await people.lead.call(projectApi.withdrawProject, { params: { id }, body: {} })
    expect(await seen('office')).toBe(false)
  })

  it('goes out as a sheet with the same filter, on record, and with nothing of another village', async () => {
    const header = ['项目名称', '村（社区）', '牵头人', '状态', '签名户数']
    expect(await sheet('office', '?state=meeting')).toEqual([header, ['修路', '东村', '李代表', '待党工委会议研究', 6]])
    expect(await sheet('stranger', `?unitId=${world.units.village}`)).toEqual([header])
    expect(await sheet('officer')).toBe(403)
    const { rows } = await sql<{ detail: object }>`
      select detail from audit.entry where action = 'micro.project.export' order by id`.execute(db)
    expect(rows.map(({ detail }) => detail)).toEqual([{ state: 'meeting' }, { unitId: world.units.village }])
  })
})
