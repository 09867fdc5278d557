import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testApi } from '#kernel/access/testing.ts'
import { openDatabase, sql } from '#platform/db/index.ts'
import { log } from '#platform/logging/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { ballotRoutes } from '../routes/index.ts'
import { ballotApi } from '../shared/index.ts'
import {
  afterwards,
  ballotOf,
  everywhere,
  logNow,
  openElection,
  phoneOf,
  pollOf,
  recordOf,
  setNow,
  streamOf,
  testOffice,
} from '../testing.ts'
import { verifyRecord } from '../verify/index.ts'

log.setLevel('silent')
const { db, url } = await testDatabase()
const office = await testOffice(db)
const { visitor } = office.server
const good = [[1, 2], [11]]

const ballotsOf = async (electionId: number) => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ballot.ballot where election_id = ${electionId}`.execute(db)
  return rows[0]!.n
}

describe('a ballot is refused', async () => {
  const { id, poll } = await openElection(db, office)
  const other = await openElection(db, office)
  const voter = await poll.voter(phoneOf(1))
  const stranger = await other.poll.voter(phoneOf(1))

  it.each([
    ['too few', [[1], []], 'teams', '“示范单位”须选2—3名，您选了1名。'],
    ['too many', [[1, 2, 3, 4], []], 'teams', '“示范单位”须选2—3名，您选了4名。'],
    ['none where none is not allowed', [[], []], 'teams', '“示范单位”须选2—3名，您选了0名。'],
    ['an unknown candidate', [[1, 9], []], 'teams', '“示范单位”里有不在候选名单上的选项，请刷新页面后再投。'],
    ['one of another category', [[1, 11], []], 'teams', '“示范单位”里有不在候选名单上的选项，请刷新页面后再投。'],
    ['one twice', [[1, 1], []], 'teams', '“示范单位”里有重复的选项。'],
    ['another order', [[2, 1], []], 'teams', '“示范单位”里有重复的选项。'],
    [
      'two of one',
      [
        [1, 2],
        [11, 12],
      ],
      'people',
      '“先进个人”须选1名或者不选，您选了2名。',
    ],
    ['a category missing', [[1, 2]], '', '选票不完整，请刷新页面后再投。'],
  ])('for %s, whole, with a word for each category', async (_, choices, path, message) => {
    await expect(poll.cast(voter, choices)).rejects.toMatchObject({
      code: 'ballot.choices',
      status: 422,
      findings: [{ path, message }],
    })
  })

  it('with both categories wrong, by two words', async () => {
    const { findings } = await poll.cast(voter, [[1], [11, 12]]).catch(problem => problem)
    expect(findings.map((finding: { path: string }) => finding.path)).toEqual(['teams', 'people'])
  })

  it.each([
    ['forged', { credential: randomBytes(256).toString('base64url') }],
    ['cut short', { credential: voter.credential.slice(0, 100) }],
    ['another election’s', { serial: stranger.serial, credential: stranger.credential }],
    ['for another serial', { serial: 'ab'.repeat(32) }],
    ['another group’s', { group: 'members' }],
    ['of a group that is none', { group: 'nobody' }],
    ['said to be blind', { mode: 'blind' }],
  ])('with a credential that is %s', async (_, over) => {
    await expect(poll.cast(voter, good, over)).rejects.toMatchObject({ code: 'ballot.credential', status: 403 })
  })

  it.each([
    ['a counter below zero', { counter: -1 }],
    ['half a counter', { counter: 0.5 }],
    ['a short salt', { salt: 'ab' }],
    ['a choice that is no number', { choices: [['1', 2], []] }],
    ['a huge number of choices', { choices: [Array.from({ length: 2000 }, (_, n) => n + 1), []] }],
    ['a serial in capitals', { serial: voter.serial.toUpperCase() }],
  ])('for %s, before anything is looked up', async (_, over) => {
    await expect(poll.cast(voter, good, over)).rejects.toMatchObject({ code: 'input.invalid', status: 422 })
  })

  it('and nothing of it is kept', async () => {
    expect(await ballotsOf(id)).toBe(0)
  })
})

describe('a ballot that was changed', async () => {
  const { poll } = await openElection(db, office, { changes: 2 })
  const voter = await poll.voter(phoneOf(1))

  it('follows its predecessor, so often as the rules allow', async () => {
    await expect(poll.cast(voter, good, { counter: 1 })).rejects.toMatchObject({
      code: 'ballot.counter',
      current: { counter: 0 },
    })
    for (const counter of [0, 1, 2]) await poll.cast(voter, good, { counter })
    await expect(poll.cast(voter, good, { counter: 3 })).rejects.toMatchObject({ code: 'ballot.changes' })
  })

  it('takes no place that is taken, and says which is next', async () => {
    const second = await poll.voter(phoneOf(2))
    await poll.cast(second, good)
    await expect(poll.cast(second, [[2, 3], []])).rejects.toMatchObject({
      code: 'ballot.counter',
      current: { counter: 1 },
    })
  })
})

describe('a reply that was lost', async () => {
  const { id, poll } = await openElection(db, office)
  const voter = await poll.voter(phoneOf(1))

  it('is answered again with the same receipt, during the vote and after it', async () => {
    const body = ballotOf(voter, good)
    const again = () => visitor.call(ballotApi.castBallot, { params: poll.params, body })
    const first = await again()
    expect([(await again()).number, (await again()).leaf]).toEqual([first.number, first.leaf])
    expect(await again()).toEqual(first)
    await setNow(db, afterwards)
    expect(await again()).toEqual(first)
    expect(await ballotsOf(id)).toBe(1)
  })
})

describe('the window', async () => {
  const { id, poll } = await openElection(db, office)
  const voter = await poll.voter(phoneOf(1))
  const at = async (instant: string) => {
    await setNow(db, instant)
    return poll.cast(voter, good)
  }

  it('opens and closes by the database’s clock, and the refusal says what it shows', async () => {
    await expect(at('2017-04-17T23:59:58Z')).rejects.toMatchObject({ code: 'ballot.not-open' })
    await expect(at('2017-04-25T10:00:00.001Z')).rejects.toMatchObject({
      code: 'ballot.closed',
      message: '投票已于4月25日18:00:00截止，现在是4月25日18:00:00，这一票没有计入。',
    })
    expect(await ballotsOf(id)).toBe(0)
    await at('2017-04-25T09:59:50Z')
  })

  it('holds in the database against whatever else would insert', async () => {
    await setNow(db, afterwards)
    const insert = sql`
      insert into ballot.ballot (election_id, serial, counter, group_key, mode, credential, salt, choices)
      values (${id}, ${randomBytes(32)}, 0, 'members', 'plain', 'x', ${randomBytes(32)}, '[[1,2],[]]')`
    await expect(insert.execute(db)).rejects.toMatchObject({ code: 'SB001' })
    await expect(sql`update ballot.ballot set choices = '[[1,3],[]]'`.execute(db)).rejects.toThrow('never changed')
    await expect(sql`delete from ballot.ballot`.execute(db)).rejects.toThrow('never changed')
  })

  it('is not outrun: who closes waits for ballots on their way, and none follows', async () => {
    const race = await openElection(db, office)
    const slow = await race.poll.voter(phoneOf(1))
    await db.transaction().execute(async tx => {
      await sql`
        insert into ballot.ballot (election_id, serial, counter, group_key, mode, credential, salt, choices)
        values (${race.id}, ${randomBytes(32)}, 0, 'members', 'plain', 'x', ${randomBytes(32)}, '[[1,2],[]]')`.execute(
        tx,
      )
      const closer = openDatabase(url, { poolSize: 1 })
      const closing = sql`select from ballot.election where id = ${race.id} for update nowait`.execute(closer)
      await expect(closing).rejects.toMatchObject({ code: '55P03' })
      await closer.destroy()
    })
    await sql`update ballot.election set state = 'closed' where id = ${race.id}`.execute(db)
    await expect(race.poll.cast(slow, good)).rejects.toMatchObject({ code: 'ballot.closed' })
  })
})

describe('at once', () => {
  it('five hundred tries with one credential count once', async () => {
    const { id, poll, slug } = await openElection(db, office)
    const voter = await poll.voter(phoneOf(1))
    const same = ballotOf(voter, good)
    const cast = (body: object) =>
      visitor.call(ballotApi.castBallot, { params: poll.params, body: body as typeof same })
    const tries = Array.from({ length: 500 }, (_, n) => (n % 2 ? same : ballotOf(voter, [[1, 1 + (n % 4) + 1], []])))
    const settled = await Promise.allSettled(tries.map(cast))
    const receipts = settled.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
    const refused = settled.flatMap(each => (each.status === 'rejected' ? [each.reason.code] : []))
    expect([new Set(receipts.map(({ number }) => number)).size, new Set(refused)]).toEqual([
      1,
      new Set(['ballot.counter']),
    ])
    await logNow(db, id)
    expect(await ballotsOf(id)).toBe(1)
    const verdict = await verifyRecord(streamOf(await recordOf(office, slug)), { receipt: receipts[0] })
    expect([verdict.findings, verdict.ballots]).toEqual([[], 1])
  })

  it('five hundred voters of two server processes are all in one log', async () => {
    const { id, poll, slug, rules } = await openElection(db, office)
    const second = openDatabase(url, { poolSize: 5 })
    const server = testApi(second, api => ballotRoutes(api, { clientAddress: everywhere() }))
    const beside = pollOf(db, { ...office, server }, rules)
    const voters = await Promise.all(
      Array.from({ length: 500 }, (_, n) => (n % 2 ? poll : beside).voter(phoneOf(n + 1))),
    )
    const receipts = await Promise.all(
      voters.map((voter, n) => (n % 2 ? beside : poll).cast(voter, [[1, 2, 3].slice(0, 2 + (n % 2)), []])),
    )
    await Promise.all([logNow(db, id), logNow(second, id), logNow(db, id)])
    await second.destroy()
    const verdict = await verifyRecord(streamOf(await recordOf(office, slug)), { receipt: receipts[499] })
    expect([verdict.findings, verdict.ballots, await ballotsOf(id)]).toEqual([[], 500, 500])
    const { rows } = await sql<{ receipt: string }>`
      select receipt from ballot.leaf where election_id = ${id} and kind = 'ballot'`.execute(db)
    expect(rows.map(({ receipt }) => receipt).sort()).toEqual(receipts.map(({ number }) => number).sort())
  }, 90_000)

  it('one voter racing a hundred changes leaves one ballot that counts', async () => {
    const { id, poll, slug } = await openElection(db, office, { changes: 100 })
    const voter = await poll.voter(phoneOf(1))
    await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) =>
        poll.cast(voter, good, { counter: n, salt: randomBytes(32).toString('hex') }),
      ),
    )
    await logNow(db, id)
    const { rows } = await sql<{ standing: number; all: number; top: number }>`
      select count(*) filter (where not exists (select from ballot.leaf o where o.election_id = l.election_id
          and o.serial = l.serial and o.counter = l.counter + 1)) as standing, count(*) as all, max(counter) + 1 as top
      from ballot.leaf l where election_id = ${id} and kind = 'ballot'`.execute(db)
    expect([rows[0]!.standing, rows[0]!.all]).toEqual([1, rows[0]!.top])
    expect((await verifyRecord(streamOf(await recordOf(office, slug)))).findings).toEqual([])
  })
})
