import { afterAll, describe, expect, it } from 'vitest'
import { record, system } from '#kernel/audit/index.ts'
import { house } from '#kernel/publicity/testing/house.ts'
import { inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { run } from './run.ts'

const { db, url } = await testDatabase()
const { issued } = await house(db)
const before = process.env.DATABASE_URL
process.env.DATABASE_URL = url
afterAll(() => {
  if (before === undefined) delete process.env.DATABASE_URL
  else process.env.DATABASE_URL = before
})

const shishi = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, { out: text => out.push(text), err: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** What somebody with the keys to the database could do. */
const tamper = (work: (tx: Tx) => Promise<unknown>) =>
  inTransaction(db, async tx => {
    await sql`alter table audit.entry disable trigger user`.execute(tx)
    await work(tx)
    await sql`alter table audit.entry enable trigger user`.execute(tx)
  })

describe('shishi verify notice', () => {
  it('ends with 0 for one that stands as it was signed, and 1 where nothing was published', async () => {
    const { code } = await issued()
    expect(await shishi('verify', 'notice', code)).toMatchObject({
      code: 0,
      out: expect.stringContaining('公示以来名单未改动'),
    })
    expect(await shishi('verify', 'notice', 'XXXX')).toMatchObject({ code: 1, out: '' })
    expect((await shishi('verify', 'notice')).code).toBe(2)
  })

  it('ends with 1 and says what was changed', async () => {
    const { code, id } = await issued()
    await sql`alter table publicity.notice disable trigger user`.execute(db)
    await sql`update publicity.notice set content = jsonb_set(content, '{intro}', '"别的话"') where id = ${id}`.execute(
      db,
    )
    await sql`alter table publicity.notice enable trigger user`.execute(db)
    const { code: exit, out } = await shishi('verify', 'notice', code)
    expect([exit, out.includes('内容被改动')]).toEqual([1, true])
  })

  it('is not deceived by dates changed together with their checksum', async () => {
    const { code, id } = await issued()
    await tamper(tx =>
      sql`update audit.entry set detail = detail || '{"lastDay": "2099-01-01"}'
        where subject_kind = 'notice' and subject_id = ${String(id)}`.execute(tx),
    )
    const { code: exit, out } = await shishi('verify', 'notice', code)
    expect([exit, out.includes('与审计记录不符')]).toEqual([1, true])
  })
})

describe('shishi verify audit', () => {
  it('ends with 1 and names the entry that was changed; with 0 where none was', async () => {
    const found = await shishi('verify', 'audit')
    expect([found.code, /第\d+条：内容被改动/.test(found.out)]).toEqual([1, true])
    await tamper(async tx => {
      await sql`delete from audit.entry`.execute(tx)
      await sql`update audit.head set id = 0, hash = repeat('0', 64)`.execute(tx)
    })
    await inTransaction(db, tx => record(tx, system, { action: 'test.done', subjectKind: 'thing', subjectId: 1 }))
    expect(await shishi('verify', 'audit')).toEqual({ code: 0, out: '审计记录共1条，链条完整。', err: '' })
  })
})
