import { expect, it } from 'vitest'
import { testApi } from '#kernel/access/testing.ts'
import { countQueries, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi } from '../shared/index.ts'
import { moneyRoutes } from './routes.ts'
import { addTestMember, addTestProject, testPurse } from './testing.ts'

const { db } = await testDatabase()
const purse = await testPurse(db, 2)
const { signedIn } = testApi(db, moneyRoutes)
const finance = await signedIn({ unitId: purse.districtId, roles: ['finance'] })
const neighbour = await signedIn({ unitId: purse.otherId, roles: ['village-staff'] })

const step = (id: number, what: string, at: string, outcome = 'pass', round = 0) =>
  sql`
  insert into micro.step (project_id, step, outcome, round, actor_name, post_title, at)
  values (${id}, ${what}, ${outcome}, ${round}, '某', '某岗', ${at})`.execute(db)

/** From the village's yes on 1 September to the payment on 30 October; `office` is the day on which the office agreed. */
const wholeWay = async (office: string) => {
  const id = await addTestProject(db, purse, { signers: purse.memberIds, state: 'paid', spentFen: 20_000 })
  await sql`
    update micro.project set created_at = '2023-08-31T17:00:00Z', completion = '{"finishedOn": "2023-10-08"}',
      approved_fen = 20000 where id = ${id}`.execute(db)
  await step(id, 'secretary', '2023-09-01T02:00:00Z')
  await step(id, 'office', `${office}T02:00:00Z`)
  for (const [what, at] of [
    ['leader', '2023-09-12'],
    ['amount', '2023-09-12'],
    ['meeting', '2023-09-20'],
    ['acceptance', '2023-10-18'],
    ['committee', '2023-10-20'],
  ] as const)
    await step(id, what, `${at}T02:00:00Z`)
  await sql`
    insert into micro.payment (project_id, fen, voucher, payee, paid_on)
    values (${id}, 20000, ${`记-${id}`}, '示例村', '2023-10-30')`.execute(db)
  return id
}

for (const office of ['2023-09-03', '2023-09-05', '2023-09-11']) await wholeWay(office)
await addTestProject(db, purse, { signers: purse.memberIds, state: 'draft' })
await addTestProject(db, purse, { signers: purse.memberIds, state: 'withdrawn' })
const next = await addTestMember(db, purse.otherId, '邻村党员')
const returned = await addTestProject(db, { ...purse, villageId: purse.otherId }, { signers: [next], state: 'leader' })
await sql`update micro.project set created_at = '2023-09-30T15:59:00Z' where id = ${returned}`.execute(db)
await step(returned, 'secretary', '2023-10-01T02:00:00Z')
await step(returned, 'office', '2023-10-02T02:00:00Z', 'return')
await step(returned, 'secretary', '2023-10-09T02:00:00Z', 'pass', 1)
await step(returned, 'office', '2023-10-09T12:00:00Z', 'pass', 1)

const report = (client: typeof finance) => client.call(moneyApi.getYearlyReport, { params: { id: purse.programmeId } })

it('counts projects by state and by civil month, without what came to nothing', async () => {
  const { states, months } = await report(finance)
  expect({ states, months }).toEqual({
    states: [
      { state: 'draft', projects: 1 },
      { state: 'leader', projects: 1 },
      { state: 'paid', projects: 3 },
    ],
    months: [
      { month: '2023-09', proposed: 4, approved: 3, finished: 0, paidFen: 0 },
      { month: '2023-10', proposed: 0, approved: 0, finished: 3, paidFen: 60_000 },
    ],
  })
})

it('tells the days of a step in half of the projects and at most; what came back counts from its return', async () => {
  const { steps } = await report(finance)
  expect(steps.map(({ step, projects, medianDays, longestDays }) => [step, projects, medianDays, longestDays])).toEqual(
    [
      ['office', 4, 2, 10],
      ['leader', 3, 7, 9],
      ['amount', 3, 0, 0],
      ['meeting', 3, 8, 8],
      ['build', 3, 18, 18],
      ['publicity', 3, 10, 10],
      ['committee', 3, 2, 2],
      ['payment', 3, 10, 10],
    ],
  )
})

it('shows a village its own and nothing of its neighbour', async () => {
  const { states, steps } = await report(neighbour)
  expect({ states, steps }).toEqual({
    states: [{ state: 'leader', projects: 1 }],
    steps: [{ step: 'office', projects: 1, medianDays: 0, longestDays: 0 }],
  })
})

it('asks the same number of statements however much there is', async () => {
  const few = (await countQueries(db, () => report(finance))).count
  await wholeWay('2023-09-04')
  expect((await countQueries(db, () => report(finance))).count).toBe(few)
})
