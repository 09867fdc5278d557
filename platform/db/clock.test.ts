import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { allowDemoClock, businessNow, businessToday, forbidDemoClock, moveDemoClock, resetDemoClock } from './index.ts'

const { db } = await testDatabase()

/** Whole hours by which the business clock runs ahead of real time. */
const hoursAhead = async (): Promise<number> => {
  const { rows } = await sql<{ hours: number }>`
    select round(extract(epoch from app.now() - clock_timestamp()) / 3600)::int as hours`.execute(db)
  return rows[0]!.hours
}

beforeEach(async () => {
  await allowDemoClock(db)
  await resetDemoClock(db)
})

describe('the business clock', () => {
  it('is real time without an offset', async () => {
    expect(await hoursAhead()).toEqual(0)
  })

  it('runs ahead by the offset of a demo, day and instant alike', async () => {
    await moveDemoClock(db, 'P10D')
    expect(await hoursAhead()).toEqual(240)
    const today = Temporal.Instant.from(await businessNow(db))
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDate()
    expect(await businessToday(db)).toEqual(today.toString())
  })

  it('moves forward only, until it is reset', async () => {
    await moveDemoClock(db, 'P2D')
    await expect(moveDemoClock(db, 'P1D')).rejects.toThrow('moves forward only')
    await expect(moveDemoClock(db, '-P1D')).rejects.toThrow()
    expect(await hoursAhead()).toEqual(48)
    await resetDemoClock(db)
    await moveDemoClock(db, 'PT1H')
    expect(await hoursAhead()).toEqual(1)
  })

  it('cannot run ahead where a demo is forbidden, even by SQL', async () => {
    await moveDemoClock(db, 'P2D')
    await forbidDemoClock(db)
    await forbidDemoClock(db)
    expect(await hoursAhead()).toEqual(0)
    await expect(moveDemoClock(db, 'P1D')).rejects.toThrow('no_demo_clock')
    await expect(sql`insert into app.clock (ahead) values ('1 day')`.execute(db)).rejects.toThrow('no_demo_clock')
  })
})
