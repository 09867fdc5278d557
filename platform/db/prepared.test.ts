import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { sql } from './index.ts'
import { preparedName } from './prepared.ts'

const { db } = await testDatabase()

describe('statements that are asked again and again', () => {
  it('are kept in the connection from the fifth time on, and answer the same', async () => {
    const ask = (n: number) => sql<{ twice: number }>`select ${n}::int * 2 as twice`.execute(db)
    const answers = []
    for (let n = 0; n < 12; n += 1) answers.push((await ask(n)).rows[0]!.twice)
    expect(answers).toEqual(Array.from({ length: 12 }, (_, n) => n * 2))
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_prepared_statements where statement like 'select $1::int * 2%'`.execute(db)
    expect(rows[0]!.n).toBeGreaterThan(0)
  })

  it('are planned anew after a failed transaction and a changed index', async () => {
    const ask = (value: number) => sql`select count(*)::int as n from app.setting where length(key) > ${value}`
    for (let n = 0; n < 6; n += 1) await ask(n).execute(db)
    await expect(
      db.transaction().execute(async tx => {
        await sql`select 1 / ${0}::int`.execute(tx)
      }),
    ).rejects.toThrow('division by zero')
    await sql`create index changed_meanwhile on app.setting (length(key))`.execute(db)
    expect((await ask(0).execute(db)).rows).toEqual([{ n: 0 }])
  })

  it('are not kept where every text is another one', () => {
    const texts = Array.from({ length: 50 }, () => `select '${randomUUID()}'`)
    expect(texts.map(preparedName)).toEqual(texts.map(() => undefined))
  })
})
