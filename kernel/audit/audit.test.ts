import { describe, expect, it } from 'vitest'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { history, record, system, verifyAudit } from './index.ts'

const { db } = await testDatabase()
const write = (n: number) =>
  inTransaction(db, tx =>
    record(tx, system, { action: 'test.done', subjectKind: 'thing', subjectId: n, detail: { n } }),
  )

describe('the audit record', () => {
  it('chains entries of concurrent writers without a gap and verifies', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)))
    expect(await verifyAudit(db)).toEqual({ entries: 20, broken: [] })
  })

  it('lets a long transaction that has written an entry hold up nobody, and chains in the order of commits', async () => {
    const { promise: goOn, resolve } = Promise.withResolvers<void>()
    const long = inTransaction(db, async tx => {
      await record(tx, system, { action: 'test.long', subjectKind: 'order', subjectId: 1 })
      await goOn
    })
    await inTransaction(db, tx => record(tx, system, { action: 'test.short', subjectKind: 'order', subjectId: 1 }))
    expect((await history(db, 'order', 1)).map(({ action }) => action)).toEqual(['test.short'])
    resolve()
    await long
    expect((await history(db, 'order', 1)).map(({ action }) => action)).toEqual(['test.long', 'test.short'])
    expect(await verifyAudit(db)).toEqual({ entries: 22, broken: [] })
    const { rows } = await sql`select from audit.pending`.execute(db)
    expect(rows).toEqual([])
  })

  it('leaves no entry of a transaction that failed', async () => {
    const failing = inTransaction(db, async tx => {
      await record(tx, system, { action: 'test.undone', subjectKind: 'thing', subjectId: 'gone' })
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(await history(db, 'thing', 'gone')).toEqual([])
    await write(21)
    expect((await verifyAudit(db)).broken).toEqual([])
  })

  it('refuses a change, a deletion and a truncation', async () => {
    await expect(sql`update audit.entry set action = 'x'`.execute(db)).rejects.toThrow('never changed')
    await expect(sql`delete from audit.entry`.execute(db)).rejects.toThrow('never changed')
    await expect(sql`truncate audit.entry`.execute(db)).rejects.toThrow('never changed')
  })

  it('names the entry that somebody with the keys to the database has changed or removed', async () => {
    const tamperWith = (statement: string) =>
      inTransaction(db, async tx => {
        await sql`alter table audit.entry disable trigger user`.execute(tx)
        await sql.raw(statement).execute(tx)
        throw Object.assign(new Error('roll back'), { verdict: await verifyAudit(tx) })
      }).catch((error: { verdict: unknown }) => error.verdict)
    expect(await tamperWith(`update audit.entry set detail = '{"n": 99}' where id = 5`)).toEqual({
      entries: 23,
      broken: [{ id: 5, why: 'changed' }],
    })
    expect(await tamperWith('delete from audit.entry where id = 23')).toEqual({
      entries: 22,
      broken: [{ id: 23, why: 'cut short' }],
    })
  })
})
