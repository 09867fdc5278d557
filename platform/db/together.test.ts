import { describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { countQueries, type Db, inTransaction, sql, together } from './index.ts'

const { db } = await testDatabase()
const number = async (db: Db, value: number) =>
  (await sql<{ value: number }>`select ${value}::int as value`.execute(db)).rows[0]!.value
const backend = async (db: Db) => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid

describe('statements that travel together', () => {
  it('each get their own answer, on one connection', async () => {
    const answers = await together(db, db => Promise.all([number(db, 1), number(db, 2), backend(db), backend(db)]))
    expect(answers.slice(0, 2)).toEqual([1, 2])
    expect(answers[2]).toEqual(answers[3])
  })

  it('may be nested, and are counted like any other', async () => {
    const work = () =>
      together(db, db => Promise.all([together(db, db => Promise.all([number(db, 1), number(db, 2)])), number(db, 3)]))
    const { answer, count } = await countQueries(db, work)
    expect({ answer, count }).toEqual({ answer: [[1, 2], 3], count: 3 })
  })

  it('fail alone: what travelled with a faulty one is answered, and the connection stays good', async () => {
    const faulty = (db: Db) => sql`select 1 / ${0}::int`.execute(db)
    const settled = await together(db, db => Promise.allSettled([number(db, 1), faulty(db), number(db, 3)]))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await number(db, 4)).toEqual(4)
  })

  it('belong to the transaction they are asked in', async () => {
    const key = 'together.test'
    const insert = (db: Db) => sql`insert into app.setting (key, value) values (${key}, '1')`.execute(db)
    const undone = inTransaction(db, tx =>
      together(tx, async db => {
        await Promise.all([insert(db), number(db, 1)])
        throw new Error('undone')
      }),
    )
    await expect(undone).rejects.toThrow('undone')
    const { rows } = await sql`select 1 from app.setting where key = ${key}`.execute(db)
    expect(rows).toEqual([])
  })
})
