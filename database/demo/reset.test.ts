import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessRoutes, onDemoReset } from '#kernel/access/index.ts'
import { getSession, moveDemoClock as moveClock } from '#kernel/access/shared/api.ts'
import { testApi } from '#kernel/access/testing.ts'
import { verifyAudit } from '#kernel/audit/index.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { useSealingKey } from '#modules/ballot/index.ts'
import {
  allowDemoClock,
  businessToday,
  forbidDemoClock,
  inTransaction,
  moveDemoClock,
  sql,
} from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { firstDay } from './plans.ts'
import { resetDemo } from './reset.ts'

useSealingKey(randomBytes(32))
useFileStore(await localStore(mkdtempSync(join(tmpdir(), 'shishi-reset-'))))
const { db } = await testDatabase()
const units = async () => (await db.selectFrom('units.unit').select('name').execute()).map(({ name }) => name)

const anyUnit = async () => (await db.selectFrom('units.unit').select('id').executeTakeFirstOrThrow()).id
const api = testApi(db, bound => accessRoutes(bound, { demo: true }))
let loading: Promise<void> | undefined
onDemoReset(async () => {
  loading = (await resetDemo(db)).loaded
})

describe('starting the demo over', () => {
  it('is refused where this is no demo, and touches nothing', async () => {
    await inTransaction(db, tx => addUnit(tx, { name: '真实市', kind: 'city' }))
    await forbidDemoClock(db)
    await expect(resetDemo(db)).rejects.toMatchObject({ code: 'demo.none' })
    expect(await units()).toEqual(['真实市'])
    await allowDemoClock(db)
  })

  it('leaves nothing of what was done, and has everything of the first day; one at a time', async () => {
    await moveDemoClock(db, '4000 days')
    const visitor = await api.signedIn({ unitId: await anyUnit(), roles: ['organiser'] })
    await visitor.call(moveClock, { body: { reset: true } })
    await expect(visitor.call(getSession, {})).rejects.toMatchObject({ status: 401 })
    await expect(resetDemo(db)).rejects.toMatchObject({ status: 409, code: 'demo.resetting' })
    await loading
    const after = await units()
    expect([after.includes('真实市'), after.includes('示例省')]).toEqual([false, true])
    expect(await businessToday(db)).toEqual(firstDay)
    const { rows } = await sql<{ sessions: number; campaigns: boolean; settings: number }>`
      select (select count(*)::int from access.session) as sessions,
        (select count(*) > 0 from selection.campaign) as campaigns,
        (select count(*)::int from app.setting where key = 'demo.reset') as settings`.execute(db)
    expect(rows[0]).toEqual({ sessions: 0, campaigns: true, settings: 0 })
    expect((await verifyAudit(db)).broken).toEqual([])
    await expect(sql`truncate audit.entry`.execute(db)).rejects.toThrow('never changed')
  }, 300_000)
})
