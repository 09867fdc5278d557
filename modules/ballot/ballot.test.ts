import { describe, expect, it } from 'vitest'
import { inTransaction } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { finish } from './after/finish.ts'
import { findElection } from './election/load.ts'
import { sequence } from './log/sequencer.ts'
import { closeDue } from './run.ts'
import { ballotApi } from './shared/index.ts'
import { afterwards, openElection, phoneOf, setNow, testOffice } from './testing.ts'

const { db } = await testDatabase()
const office = await testOffice(db)

describe('a vote from its freeze to its count', () => {
  it('counts what was cast, by group, and shows every receipt in the log', async () => {
    const { id, poll, slug } = await openElection(db, office)
    const member = await poll.voter('13900000001', 'blind')
    const resident = await poll.voter(phoneOf(1))
    const first = await poll.cast(member, [[1, 2], [11]])
    const second = await poll.cast(resident, [[1, 3, 5], []])
    expect([member.group, resident.group]).toEqual(['members', 'residents'])
    expect(await sequence(db, id)).toBe(2)
    await setNow(db, afterwards)
    await closeDue(db)
    const election = (await findElection(db, id))!
    expect(election.state).toBe('drained')
    const { visitor } = office.server
    for (const { number } of [first, second])
      expect(await visitor.call(ballotApi.checkReceipt, { params: { number } })).toMatchObject({
        state: 'standing',
        slug,
      })
    const actor = {
      kind: 'account',
      id: 'account:1',
      name: 'x',
      accountId: office.organiser.ids.accountId,
      postId: null,
      postTitle: '',
      unitId: null,
      unitName: '',
      unitPath: '',
      roles: [],
    } as const
    const result = await inTransaction(db, tx => finish(tx, actor, election))
    expect(result.tally[0]!.candidates.map(({ after }) => after)).toEqual([
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
      [0, 1],
    ])
  })
})
