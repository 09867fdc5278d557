import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { memberApi, programmeApi, projectApi } from '../shared/index.ts'
import { microWorld, onDay, programme } from '../testing.ts'

const { db } = await testDatabase()
await onDay(db, '2024-01-05')
const { people, units } = await microWorld(db)
const next = { ...programme, id: 'year-2024', year: 2024 }
const allowances = async (name: string) => {
  const { rows } = await sql<{ year: number; fen: number }>`
    select g.year, a.balance_fen as fen from micro.account a join micro.member m on m.id = a.member_id
    join micro.programme g on g.id = a.programme_id where m.name = ${name} order by g.year`.execute(db)
  return rows
}

describe('a year’s programme', () => {
  it('is started by the party office from a shipped one, once a year, and gives everyone on the lists an allowance', async () => {
    const { shipped, permissions } = await people.office.call(projectApi.startingPoints, {})
    expect([shipped.map(({ id }) => id), permissions.manage]).toEqual([['hehua-2023'], true])
    await people.office.call(programmeApi.startProgramme, { body: { programme: next } })
    await expect(people.office.call(programmeApi.startProgramme, { body: { programme: next } })).rejects.toMatchObject({
      code: 'programme.exists',
    })
    expect(await allowances('王代表')).toEqual([
      { year: 2023, fen: 20_000 },
      { year: 2024, fen: 20_000 },
    ])
  })

  it('is nobody else’s to start, and offers nobody else a programme to start from', async () => {
    await expect(people.staff.call(programmeApi.startProgramme, { body: { programme: next } })).rejects.toMatchObject({
      status: 403,
    })
    expect((await people.staff.call(projectApi.startingPoints, {})).shipped).toEqual([])
  })

  it('gives whoever joins a list later the allowance of the year that runs and of none that is over; whoever is both stands once', async () => {
    const params = { id: units.village }
    const body = { name: '新代表', phone: '13700000001', party: false, representative: true }
    const { id } = await people.staff.call(memberApi.addMember, { params, body })
    const again = await people.staff.call(memberApi.addMember, { params, body: { ...body, party: true } })
    expect(again.id).toBe(id)
    expect(await allowances('新代表')).toEqual([{ year: 2024, fen: 20_000 }])
    await expect(people.stranger.call(memberApi.addMember, { params, body })).rejects.toMatchObject({ status: 403 })
  })

  it('lets nobody leave the list while a project of theirs is under way; who left is offered no more, and can come back', async () => {
    const village = { id: units.village }
    const body = { name: '要走的代表', phone: '13700000002', party: false, representative: true }
    const { id } = await people.staff.call(memberApi.addMember, { params: village, body })
    const names = async () => (await people.staff.call(projectApi.startingPoints, {})).members.map(({ name }) => name)
    const leave = (who: typeof people.staff) =>
      who.call(memberApi.removeMember, { params: { id }, body: { reason: '任期届满' } })
    await expect(leave(people.stranger)).rejects.toMatchObject({ status: 403 })
    await sql`insert into micro.project (code, programme_id, village_id, lead_id, title)
      select 'M0000001', id, ${units.village}, ${id}, '修渠' from micro.programme limit 1`.execute(db)
    await expect(leave(people.staff)).rejects.toMatchObject({
      status: 409,
      code: 'member.leads',
      message: '要走的代表牵头的“修渠”还没有办结，请先办结或撤回该项目。',
    })
    expect(await names()).toContain(body.name)
    await sql`update micro.project set state = 'withdrawn' where lead_id = ${id}`.execute(db)
    await leave(people.staff)
    expect(await names()).not.toContain(body.name)
    expect((await people.staff.call(memberApi.addMember, { params: village, body })).id).toBe(id)
    expect(await names()).toContain(body.name)
  })
})
