import { expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { projectApi } from '../shared/index.ts'
import { microWorld, onDay, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
await onDay(db, '2023-10-07')
const world = await microWorld(db)

it('the plaque that fits is a party member’s, a representative’s only where the lead is no party member', async () => {
  const id = await readyDraft(world)
  const fits = async () => (await world.people.office.call(projectApi.getProject, { params: { id } })).plaqueFits
  await sql`update micro.project set state = 'accepted' where id = ${id}`.execute(db)
  expect(await fits()).toBe('party-members')
  await sql`update micro.member set party = false where id = ${world.memberIds[0]!}`.execute(db)
  expect(await fits()).toBe('representatives')
})
