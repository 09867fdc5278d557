import { expect, it } from 'vitest'
import { officePeople, settle } from '#database/demo/people.ts'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { look, openHouse } from './house.ts'
import { draftFrom, publish, start } from './steps/plan.ts'

const house = await openHouse({ today: '2021-12-24' })
const city = await inTransaction(house.db, tx => addUnit(tx, { name: '洛阳市', kind: 'city', regionCode: '410300' }))
await settle(house.db, city, officePeople('city', ['王芳', '李强', '陈刚', '周晓东', '赵海燕']))
const title = '“我为群众办实事”“百名先进”推选活动'

it('24 December: the office drafts from the shipped plan, sees what it implies, and publishes it', async () => {
  const office = await house.as('city-clerk')
  await draftFrom(office, title)
  await office.getByText('按当前内容和现行工作日历推演').waitFor()
  await look(office, 'luoyang-plan')
  await publish(office)
  const { rows } = await sql<{ version: number }>`select version from selection.plan_version`.execute(house.db)
  expect(rows).toEqual([{ version: 1 }])
})

it('It starts the campaign: the real units are there with their quotas', async () => {
  const office = await house.as('city-clerk')
  await start(office)
  await office.getByRole('heading', { level: 1, name: title }).waitFor()
  await look(office, 'luoyang-overview')
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from selection.submission`.execute(house.db)
  expect(rows[0]!.n).toBe(58)
})
