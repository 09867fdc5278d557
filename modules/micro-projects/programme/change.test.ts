import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { projectApi } from '../shared/index.ts'
import { microWorld, onDay, programme } from '../testing.ts'

const { db } = await testDatabase()
await onDay(db, '2023-09-01')
const { people, programmeId } = await microWorld(db)
const reason = '机构改革，监督单位更名'
const change = (over: Partial<typeof programme>, by = people.office) =>
  by.call(projectApi.changeProgramme, {
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
