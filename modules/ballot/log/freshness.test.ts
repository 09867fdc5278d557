import { describe, expect, it } from 'vitest'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { closeDue, sequenceAll } from '../run.ts'
import { afterwards, openElection, phoneOf, setNow, testOffice } from '../testing.ts'
import { sequence } from './sequencer.ts'

const { db } = await testDatabase()
const office = await testOffice(db)

/** Real time goes by for a log when all of its heads are that much older. */
const letPass = (seconds: number, id: number) =>
  inTransaction(db, async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update ballot.head set signed_at = signed_at - make_interval(secs => ${seconds}::int)
      where election_id = ${id}`.execute(tx)
  })

/** The sequencer's rounds, one a second. */
const run = async (seconds: number, id: number) => {
  for (let second = 0; second < seconds; second += 1) {
    await letPass(1, id)
    await sequence(db, id)
  }
}

type Head = { age: number; size: number }
/** Seconds ago, newest first. */
const headsOf = async (id: number): Promise<Head[]> => {
  const { rows } = await sql<Head>`
    select extract(epoch from clock_timestamp() - signed_at)::float8 as age, size
    from ballot.head where election_id = ${id} order by id desc`.execute(db)
  return rows
}
const longestSilence = (heads: Head[]) =>
  Math.max(...heads.map(({ age }, at) => age - (at === 0 ? 0 : heads[at - 1]!.age)))

describe('heads', () => {
  it('are never more than 60 seconds apart while the vote is open, whether anybody votes or not', async () => {
    const { id, poll } = await openElection(db, office)
    await run(130, id)
    await poll.cast(await poll.voter(phoneOf(1)), [[1, 2], [11]])
    await run(20, id)
    const [newest] = await headsOf(id)
    expect(newest).toMatchObject({ size: 2 })
    await run(110, id)
    const heads = await headsOf(id)
    expect(longestSilence(heads)).toBeLessThanOrEqual(60)
    expect(new Set(heads.map(({ size }) => size))).toEqual(new Set([1, 2]))
  })

  it('are signed hourly while nobody may vote yet, and no more once the vote is closed and its log settled', async () => {
    const { id } = await openElection(db, office)
    await setNow(db, '2017-04-17T00:00:00Z')
    await letPass(3500, id)
    await sequence(db, id)
    expect(await headsOf(id)).toHaveLength(1)
    await letPass(120, id)
    await sequence(db, id)
    expect(await headsOf(id)).toHaveLength(2)
    await setNow(db, afterwards)
    await closeDue(db)
    await letPass(7200, id)
    await sequenceAll(db)
    expect(await headsOf(id)).toHaveLength(3)
  })
})
