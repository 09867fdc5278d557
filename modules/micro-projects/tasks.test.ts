import { expect, it } from 'vitest'
import { type Actor, tasksOf } from '#kernel/access/index.ts'
import type { TestClient } from '#kernel/access/testing.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { projectApi } from './shared/index.ts'
import './tasks.ts'
import { microWorld, onDay, passUpTo, readyDraft } from './testing.ts'

const { db } = await testDatabase()
await onDay(db, '2023-10-07')
const world = await microWorld(db)

/** What stands in 我的待办 of somebody. */
const waiting = async ({ ids }: TestClient) => {
  const { rows } = await sql<Actor>`
    select ${ids.accountId}::bigint as "accountId", p.roles, u.path as "unitPath", u.id as "unitId"
    from units.post p join units.unit u on u.id = p.unit_id where p.id = ${ids.postId}`.execute(db)
  return (await tasksOf(db, rows[0]!)).map(({ title, link }) => [title, link])
}

it('what waits stands before whoever takes the next step, and before nobody else', async () => {
  const { people } = world
  const id = await readyDraft(world)
  expect(await waiting(people.lead)).toEqual([['1个微实事项目：拟申报', `/micro/projects/${id}`]])
  expect(await waiting(people.stranger)).toEqual([])
  await passUpTo(world, id, 'secretary')
  expect(await waiting(people.lead)).toEqual([])
  expect(await waiting(people.office)).toEqual([
    ['2户签名待回访', '/micro/call-backs'],
    ['1个微实事项目：待党建办审核', `/micro/projects/${id}`],
  ])
  await sql`update micro.project set state = 'draft' where id = ${id}`.execute(db)
  expect(await waiting(people.office)).toEqual([])
  await sql`update micro.project set state = 'office' where id = ${id}`.execute(db)
  await readyDraft(world)
  expect(await waiting(people.staff)).toEqual([['1个微实事项目：拟申报', `/micro/projects/${id + 1}`]])
})

const picture = (id: number, part: 'before' | 'after') =>
  sql`with stored as (insert into files.file (key, sha256, name, mime, bytes, uploaded_by)
      values (gen_random_uuid()::text, md5(random()::text), 'a.jpg', 'image/jpeg', 1, 'test') returning id)
    insert into micro.picture (project_id, part, file_id, privacy) select ${id}, ${part}, id, 'none' from stored`.execute(
    db,
  )

/** Finished without receipts, which are looked at elsewhere. */
const finished = async () => {
  const id = await readyDraft(world, {}, world.memberIds.slice(4, 6))
  await passUpTo(world, id, 'meeting')
  for (const part of ['before', 'after'] as const) await picture(id, part)
  await sql`update micro.project set state = 'completed',
    completion = '{"finishedOn":"2023-10-07","participants":9,"text":"已修补。"}' where id = ${id}`.execute(db)
  return id
}

const about = async (who: TestClient) => (await waiting(who)).filter(([, link]) => link === `/micro/projects/${last}`)
let last = 0

it('a notice waits for each of its three people in turn, then for the wall', async () => {
  const { people } = world
  last = await finished()
  const params = { id: last }
  const link = `/micro/projects/${last}`
  expect(await about(people.staff)).toEqual([['1个微实事项目：已完工，待公示', link]])
  await people.staff.call(projectApi.publishProject, { params, body: {} })
  expect(await about(people.staff)).toEqual([])
  expect(await about(people.secretary)).toEqual([['1个完工公示：待村（社区）党组织审核', link]])
  expect(await about(people.office)).toEqual([])
  await people.secretary.call(projectApi.approveNotice, { params, body: { secrecyChecked: true } })
  expect(await about(people.secretary)).toEqual([])
  expect(await about(people.office)).toEqual([['1个完工公示：待签发上网', link]])
  await people.office.call(projectApi.issueNotice, { params, body: {} })
  expect(await about(people.office)).toEqual([])
  expect(await about(people.staff)).toEqual([['1个完工公示：待张贴并登记', link]])
  await people.staff.call(projectApi.postNotice, { params, body: { postedOn: '2023-10-07' } })
  expect(await about(people.staff)).toEqual([])
})

it('a plaque waits for the office to order it and for the village to hang it', async () => {
  const { people } = world
  const params = { id: last }
  const link = `/micro/projects/${last}`
  await sql`update micro.project set state = 'accepted' where id = ${last}`.execute(db)
  expect(await about(people.office)).toEqual([['1个微实事项目：待安排标牌', link]])
  expect(await about(people.staff)).toEqual([])
  await people.office.call(projectApi.orderPlaque, { params, body: { textKey: 'party-members' } })
  expect(await about(people.office)).toEqual([])
  expect(await about(people.staff)).toEqual([['1块标牌：待挂牌并登记', link]])
  await people.staff.call(projectApi.hangPlaque, { params, body: { hungOn: '2023-10-07' } })
  expect(await about(people.staff)).toEqual([])
  expect(await about(people.stranger)).toEqual([])
})
