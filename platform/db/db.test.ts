import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { countQueries } from './index.ts'

const { db } = await testDatabase()

describe('values from PostgreSQL', () => {
  it('come as ISO strings, safe numbers and text', async () => {
    const { rows } =
      await sql`select 9007199254740991::int8 as int8, 12.50::numeric as numeric, date '2026-02-17' as date,
      timestamptz '2026-11-21 15:36:06.123456+08' as instant, timestamp '2026-11-21 15:36:06' as local,
      array[date '2026-02-17', null] as dates, array[1, 2]::int8[] as numbers,
      array[timestamptz '1988-07-01 00:00:00+09'] as instants, null::timestamptz as nothing,
      'infinity'::timestamptz as endless, '{"a":1}'::jsonb as json`.execute(db)
    expect(rows).toEqual([
      {
        int8: 9007199254740991,
        numeric: '12.50',
        date: '2026-02-17',
        instant: '2026-11-21T07:36:06.123456Z',
        local: '2026-11-21T15:36:06',
        dates: ['2026-02-17', null],
        numbers: [1, 2],
        instants: ['1988-06-30T15:00:00Z'],
        nothing: null,
        endless: 'infinity',
        json: { a: 1 },
      },
    ])
  })

  it('refuse an int8 that a number cannot hold', async () => {
    await expect(sql`select 9007199254740992::int8`.execute(db)).rejects.toThrow(RangeError)
  })

  it('count civil days in Asia/Shanghai', async () => {
    const { rows } = await sql`select timestamptz '2026-11-20 16:30:00Z'::date as date`.execute(db)
    expect(rows).toEqual([{ date: '2026-11-21' }])
  })
})

describe('countQueries', () => {
  it('sees every statement, those of transactions too, and nothing before or after', async () => {
    await sql`select 0`.execute(db)
    const counted = await countQueries(db, async () => {
      await sql`select 1`.execute(db)
      return db.transaction().execute(async tx => (await sql`select 2 as two`.execute(tx)).rows)
    })
    expect(counted).toEqual({
      answer: [{ two: 2 }],
      count: 4,
      statements: ['select 1', 'begin', 'select 2 as two', 'commit'],
    })
  })
})
