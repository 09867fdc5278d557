import { expect, it } from 'vitest'
import { type Actor, tasksOf } from '#kernel/access/index.ts'
import type { TestClient } from '#kernel/access/testing.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
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
  await readyDraft(world)
  expect(await waiting(people.staff)).toEqual([['1个微实事项目：拟申报', `/micro/projects/${id + 1}`]])
})
