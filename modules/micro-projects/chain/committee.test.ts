import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { applicationAnswers } from '../documents/fill.ts'
import { findProject } from '../project/load.ts'
import { projectApi } from '../shared/index.ts'
import { type MicroWorld, microWorld, onDay, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
})

let signed = 0
const submitted = async () => {
  signed += 2
  const id = await readyDraft(world, {}, world.memberIds.slice(signed - 2, signed))
  await world.people.lead.call(projectApi.submitProject, { params: { id }, body: {} })
  return id
}
const sign = (by: 'secretary' | 'committee', id: number) =>
  world.people[by].call(projectApi.takeStep, { params: { id }, body: { step: 'secretary', outcome: 'pass' } })
const told = async (by: keyof MicroWorld['people'], id: number) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from notifications.message
    where post_id = ${world.people[by].ids.postId} and link = ${`/micro/projects/${id}`}`.execute(db)
  return rows[0]!.n
}
const opinion = async (id: number) =>
  (await applicationAnswers(db, (await findProject(db, id))!, 'masked')).villageOpinion.opinion

/** The lead's entry on the list belongs to the account of somebody else for a while. */
const ledBy = async (accountId: number | null, work: () => Promise<void>) => {
  const { lead } = world.people
  const set = (id: number | null) =>
    sql`update micro.member set account_id = ${id} where id = ${world.memberIds[0]}`.execute(db)
  await set(accountId)
  await work().finally(() => set(lead.ids.accountId))
}

describe('another member of the committee', () => {
  it('signs nothing while the secretary can', async () => {
    const id = await submitted()
    await expect(sign('committee', id)).rejects.toMatchObject({ status: 403, code: 'not.allowed' })
    expect([await told('secretary', id), await told('committee', id)]).toEqual([1, 0])
    await sign('secretary', id)
    expect(await opinion(id)).toBe('同意。')
  })

  it('is told and signs where the secretary leads, which the paper says', async () => {
    await ledBy(world.people.secretary.ids.accountId, async () => {
      const id = await submittedBy('staff')
      expect([await told('secretary', id), await told('committee', id)]).toEqual([0, 1])
      await expect(sign('secretary', id)).rejects.toMatchObject({ code: 'micro.same-person' })
      await sign('committee', id)
      expect(await opinion(id)).toMatch(/^同意。（书记牵头，由岗位\d+签）$/)
    })
  })

  it('also where the secretary is on the list by name alone', async () => {
    const { rows } = await sql<{ name: string }>`select n.name from access.account a
      join units.person n on n.id = a.person_id where a.id = ${world.people.secretary.ids.accountId}`.execute(db)
    await ledBy(null, async () => {
      await sql`update micro.member set name = ${rows[0]!.name} where id = ${world.memberIds[0]}`.execute(db)
      const id = await submittedBy('staff')
      await expect(sign('secretary', id)).rejects.toMatchObject({ code: 'micro.same-person' })
      await sign('committee', id)
      await sql`update micro.member set name = '李代表' where id = ${world.memberIds[0]}`.execute(db)
    })
  })

  it('signs where the post of secretary is vacant', async () => {
    const id = await submitted()
    const { postId } = world.people.secretary.ids
    await sql`update units.post set active = false where id = ${postId}`.execute(db)
    await sign('committee', id)
    await sql`update units.post set active = true where id = ${postId}`.execute(db)
    expect(await opinion(id)).toMatch(/^同意。（书记空缺，由岗位\d+签）$/)
  })
})

/** The lead has no page of his own here: village staff hand in what they prepared for him. */
const submittedBy = async (by: 'staff') => {
  signed += 2
  const { lead } = world.people
  const first = world.memberIds[0]!
  const { rows } = await sql<{ id: number | null }>`
    select account_id as id from micro.member where id = ${first}`.execute(db)
  await sql`update micro.member set account_id = ${lead.ids.accountId} where id = ${first}`.execute(db)
  const id = await readyDraft(world, {}, world.memberIds.slice(signed - 2, signed))
  await sql`update micro.member set account_id = ${rows[0]!.id} where id = ${first}`.execute(db)
  await world.people[by].call(projectApi.submitProject, { params: { id }, body: {} })
  return id
}

it('who leads learns that the office sent it back, and why', async () => {
  const id = await submitted()
  await sign('secretary', id)
  const body = { step: 'office' as const, outcome: 'return' as const, comment: '请补充地点' }
  await world.people.office.call(projectApi.takeStep, { params: { id }, body })
  const { rows } = await sql<{ body: string }>`select body from notifications.message
    where post_id = ${world.people.lead.ids.postId} order by id desc limit 1`.execute(db)
  expect(rows[0]!.body).toBe('东村“修补村口路肩”现在是“拟申报”。原因：请补充地点')
  expect(await told('staff', id)).toBe(1)
})
