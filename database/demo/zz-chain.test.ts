import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { goTo } from './clock.ts'
import { openHouse } from './house.ts'
import { microYear } from './micro/index.ts'

useFileStore(await localStore(mkdtempSync(join(tmpdir(), 'shishi-demo-'))))
const { db } = await testDatabase()
it('runs', { timeout: 500_000 }, async () => {
  const partyCity = await inTransaction(db, tx => addUnit(tx, { name: '示例市', kind: 'city' }))
  const year = await microYear(db, openHouse(db), partyCity)
  await goTo(db, '2026-04-02')
  await year.finishWorks()
  await year.acceptAndPay()
  await year.proposeAgain()
  await goTo(db, '2026-05-19')
  await year.publiciseLast()
  const { rows } = await sql`select state, count(*)::int as n from micro.project group by 1 order by 1`.execute(db)
  console.log(JSON.stringify(rows))
  expect(rows.length).toBeGreaterThan(8)
})
