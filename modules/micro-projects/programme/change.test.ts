import { describe, expect, it } from 'vitest'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import type { Problem } from '#platform/http/shared/problem.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { programmeApi, projectApi } from '../shared/index.ts'
import { microWorld, onDay, programme } from '../testing.ts'

const { db } = await testDatabase()
await onDay(db, '2023-09-01')
const { people, programmeId, signedIn } = await microWorld(db)
const otherDistrict = () => inTransaction(db, tx => addUnit(tx, { name: '另一街道', kind: 'township' }))
const reason = '机构改革，监督单位更名'
const change = (over: Partial<typeof programme>, by = people.office) =>
  by.call(programmeApi.changeProgramme, {
    params: { id: programmeId },
    body: { programme: { ...programme, ...over }, reason },
  })
const running = async () => (await people.office.call(projectApi.startingPoints, {})).programmes[0]!.programme
const kept = async () => {
  const { rows } = await sql<{ supervisor: string; reason: string }>`
    select before ->> 'supervisor' as supervisor, reason from micro.programme_change order by id`.execute(db)
  return rows
}

describe('a programme that runs', () => {
  it('keeps what was counted on since its start, and says which', async () => {
    const frozen = change({ perPersonFen: 30_000, minHouseholds: 3, supervisor: '街道党建工作办公室' })
    await expect(frozen).rejects.toMatchObject({
      status: 409,
      code: 'programme.frozen',
      findings: [{ path: 'programme.perPersonFen' }, { path: 'programme.minHouseholds' }],
    })
    await expect(change({})).rejects.toMatchObject({ code: 'programme.same' })
    expect([await running(), await kept()]).toEqual([programme, []])
  })

  it('changes whom to call by the party office alone, and what it said before is kept with the reason', async () => {
    const over = { supervisor: '街道党建工作办公室', supervisorPhone: '0731-80000001' }
    for (const by of [people.staff, people.finance, people.leader])
      await expect(change(over, by)).rejects.toMatchObject({ status: 403 })
    await change(over)
    expect([await running(), await kept()]).toEqual([
      { ...programme, ...over },
      [{ supervisor: programme.supervisor, reason }],
    ])
    await expect(sql`delete from micro.programme_change`.execute(db)).rejects.toThrow('never changed')
  })
})

describe('the versions of a programme', () => {
  const changes = (by = people.office) => by.call(programmeApi.listProgrammeChanges, { params: { id: programmeId } })

  it('tell the newest first who changed what from and to, when and why, and since when it runs', async () => {
    const callBack = { share: 0.2, atLeast: 3 }
    const now = await running()
    await people.office.call(programmeApi.changeProgramme, {
      params: { id: programmeId },
      body: { programme: { ...now, callBack, supervisorPhone: null }, reason: '电话停用，加强回访' },
    })
    const { title, started, changes: versions } = await changes()
    const at = expect.stringMatching(/^2023-09-01T/)
    const by = expect.stringContaining('测试员')
    expect({ title, started }).toEqual({ title: programme.title, started: { at, by: null } })
    expect(versions).toEqual([
      {
        ...{ id: expect.any(Number), at, by, reason: '电话停用，加强回访' },
        items: [
          { name: '签名回访', from: '不少于10%，至少2户', to: '不少于20%，至少3户' },
          { name: '监督电话', from: '0731-80000001', to: '未设置' },
        ],
      },
      {
        ...{ id: expect.any(Number), at, by, reason },
        items: [
          { name: '监督单位', from: programme.supervisor, to: '街道党建工作办公室' },
          { name: '监督电话', from: '0731-80000000', to: '0731-80000001' },
        ],
      },
    ])
  })

  it('are read by the sub-district’s posts alone, and by none of another sub-district', async () => {
    for (const by of [people.leader, people.finance, people.member]) expect((await changes(by)).changes).toHaveLength(2)
    const elsewhere = await signedIn({ unitId: await otherDistrict(), roles: ['party-office'] })
    for (const by of [people.staff, people.lead, people.secretary, people.stranger, elsewhere]) {
      const refused = await changes(by).catch((error: Problem) => error)
      expect(refused).toMatchObject({ status: 403 })
      expect(JSON.stringify(refused)).not.toMatch(/80000001|电话停用|党建工作办公室/)
    }
  })
})
