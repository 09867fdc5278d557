import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { inTransaction, moveDemoClock, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { defineJob, enqueue, type RunningJobs, registerSweep, runSweeps, startJobs } from './index.ts'

const { db, url } = await testDatabase()
const done: string[] = []
let failures = 1

const greet = defineJob({
  name: 'test.greet',
  schema: z.object({ name: z.string() }),
  handle: async (_db, { name }) => {
    done.push(name)
  },
})
const stumble = defineJob({
  name: 'test.stumble',
  schema: z.object({ name: z.string() }),
  retries: 0,
  handle: async (_db, { name }, { last }) => {
    done.push(`${name} last=${last}`)
    if (failures-- > 0) throw new Error('stumbled')
  },
})

const waiting = async (name: string) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pgboss.job where name = ${name} and state = 'created'`.execute(db)
  return rows[0]!.n
}

describe('enqueue', () => {
  it('can be the first to need the queue in changes that come to nothing, however many', async () => {
    const refused = () =>
      inTransaction(db, async tx => {
        await enqueue(tx, greet, { name: '李强' })
        throw new Error('refused')
      })
    for (let time = 0; time < 8; time++) await expect(refused()).rejects.toThrow('refused')
  })

  it('installs the queue on first use and commits with the change', async () => {
    await inTransaction(db, tx => enqueue(tx, greet, { name: '王芳' }))
    expect(await waiting('test.greet')).toBe(1)
  })

  it('leaves nothing when the change is rolled back', async () => {
    const failed = inTransaction(db, async tx => {
      await enqueue(tx, greet, { name: '李强' })
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    expect(await waiting('test.greet')).toBe(1)
  })

  it('refuses data the job does not expect', async () => {
    const wrong = inTransaction(db, tx => enqueue(tx, greet, { name: 5 } as never))
    await expect(wrong).rejects.toThrow()
  })

  it('refuses a second job of the same name', () => {
    expect(() => defineJob({ ...greet })).toThrow('test.greet is defined twice')
  })
})

describe('workers', () => {
  let jobs: RunningJobs
  beforeAll(async () => {
    jobs = await startJobs(db, url, { pollSeconds: 0.5 })
  })
  afterAll(() => jobs.stop())

  it('run what was enqueued before they started, once', async () => {
    await vi.waitFor(() => expect(done).toContain('王芳'), 20_000)
    expect(done.filter(name => name === '王芳')).toEqual(['王芳'])
  })

  it('tell a job when it is its last try, and keep the failure', async () => {
    await inTransaction(db, tx => enqueue(tx, stumble, { name: '赵' }))
    await vi.waitFor(async () => {
      const { rows } = await sql<{ state: string }>`
        select state::text from pgboss.job where name = 'test.stumble'`.execute(db)
      expect(rows).toEqual([{ state: 'failed' }])
    }, 20_000)
    expect(done).toContain('赵 last=true')
  })
})

describe('sweeps', () => {
  const seen: string[] = []
  registerSweep('test-failing', async () => {
    throw new Error('broken')
  })
  registerSweep('test-dates', async (_db, now) => {
    seen.push(now.slice(0, 4))
  })

  it('see the business clock, and one that fails does not stop the others', async () => {
    await moveDemoClock(db, '3650 days')
    await expect(runSweeps(db)).rejects.toThrow('sweep test-failing')
    const tenYearsOn = Temporal.Now.zonedDateTimeISO('UTC').add({ days: 3650 }).year
    expect(seen).toEqual([String(tenYearsOn)])
  })

  it('refuse a second one of the same name', () => {
    expect(() => registerSweep('test-dates', async () => {})).toThrow('registered twice')
  })
})
