import { describe, expect, it } from 'vitest'
import { writeSheet } from '#kernel/documents/excel/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { ballotApi, ballotDeskApi, type Receipt } from './shared/index.ts'
import {
  afterwards,
  during,
  logNow,
  phoneOf,
  pollOf,
  recordOf,
  sampleRules,
  setNow,
  streamOf,
  testOffice,
} from './testing.ts'
import { verifyRecord } from './verify/index.ts'

const { db } = await testDatabase()
await setNow(db, '2017-04-17T00:00:00Z')
const office = await testOffice(db)
const { organiser, checker, issuer, leader, server } = office
const { visitor } = server
const rules = sampleRules({ witnesses: ['市纪委监委'] })
const witness = { name: '市纪委监委', kind: 'folder' as const, address: 'jiwei' }
const { id } = await organiser.call(ballotDeskApi.createElection, { body: { rules, witnesses: [witness] } })
const params = { id }
const body = {}
const poll = pollOf(db, office, rules)
const look = () => organiser.call(ballotDeskApi.getDeskElection, { params })

const census = async (lines: { phone: string; group: string }[]) => {
  const columns = [
    { title: '手机号码', value: (line: { phone: string }) => line.phone },
    { title: '分组', value: (line: { group: string }) => line.group },
  ]
  const file = await writeSheet({ name: '名册', columns: columns as never, rows: lines })
  const headers = { cookie: organiser.cookie, 'content-type': 'application/octet-stream' }
  return server.app.request(`/api/ballot/desk/elections/${id}/census`, {
    method: 'PUT',
    headers,
    body: new Uint8Array(file),
  })
}

describe('before the freeze', () => {
  it('is nothing to the public', async () => {
    await expect(visitor.call(ballotApi.getElection, { params: poll.params })).rejects.toMatchObject({ status: 404 })
    await expect(
      visitor.call(ballotApi.requestCode, { params: poll.params, body: { phone: phoneOf(1) } }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await visitor.call(ballotApi.listElections, {})).elections).toEqual([])
  })

  it('says what is missing, and is not frozen without it', async () => {
    const { checklist, permissions } = await look()
    expect(checklist.filter(({ state }) => state === 'block').map(({ message }) => message)).toEqual([
      '还没有导入名册。',
    ])
    expect(permissions).toMatchObject({ edit: true, freeze: false })
    await expect(issuer.call(ballotDeskApi.freezeElection, { params, body })).rejects.toMatchObject({
      code: 'ballot.not-ready',
    })
  })

  it('takes a list of voters, whole or not at all, and keeps no telephone of it', async () => {
    const wrong = await census([
      { phone: '12345', group: '党员' },
      { phone: '13900000001', group: '市民' },
    ])
    expect([
      wrong.status,
      ((await wrong.json()) as { findings: { message: string }[] }).findings.map(f => f.message),
    ]).toEqual([422, ['第2行：手机号码不是11位手机号。', '第3行：分组应为党员、群众之一。']])
    const twice = await census(['党员', '群众'].map(group => ({ phone: '13900000001', group })))
    expect(await twice.json()).toMatchObject({ findings: [{ message: '第3行：手机号码与第2行相同。' }] })
    const right = await census([
      { phone: '139 0000 0001', group: '党员' },
      { phone: '１３９０００００００２', group: '党员' },
    ])
    expect(await right.json()).toEqual({ listed: 2, groups: [{ key: 'members', count: 2 }] })
    const { rows } = await sql<{ text: string }>`select c::text as text from ballot.census c`.execute(db)
    expect(rows.filter(({ text }) => text.includes('1390'))).toEqual([])
  })

  it('is frozen by an issuer who did not draft it, and then for good', async () => {
    await expect(organiser.call(ballotDeskApi.freezeElection, { params, body })).rejects.toMatchObject({ status: 403 })
    const { fingerprint } = await issuer.call(ballotDeskApi.freezeElection, { params, body })
    expect(await visitor.call(ballotApi.getElection, { params: poll.params })).toMatchObject({
      fingerprint,
      phase: 'announced',
      title: '示例评议',
    })
    await expect(organiser.call(ballotDeskApi.saveRules, { params, body: { rules } })).rejects.toMatchObject({
      code: 'ballot.frozen',
    })
    await expect(
      sql`update ballot.election set rules = rules || '{"title":"另一个"}' where id = ${id}`.execute(db),
    ).rejects.toThrow('never changed')
    await expect(sql`delete from ballot.election where id = ${id}`.execute(db)).rejects.toThrow('never deleted')
    const document = await (await server.app.request(`/api/ballot/elections/${rules.id}/document`)).arrayBuffer()
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', document)).toString('hex')
    expect(hash).toBe(fingerprint)
  })
})

const receipts: Receipt[] = []

describe('while it is open', () => {
  it('takes ballots blind and plain, and changes of them', async () => {
    await setNow(db, during)
    const member = await poll.voter('13900000001', 'blind')
    const residents = [await poll.voter(phoneOf(1)), await poll.voter(phoneOf(2), 'blind')]
    receipts.push(await poll.cast(member, [[1, 2], [11]]))
    for (const resident of residents) receipts.push(await poll.cast(resident, [[1, 3, 5], []]))
    receipts.push(await poll.cast(member, [[2, 4], [12]], { counter: 1 }))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(4)
  })

  it('shows a receipt’s proof once a head covers it', async () => {
    const check = (n: number) => visitor.call(ballotApi.checkReceipt, { params: { number: receipts[n]!.number } })
    expect(await check(0)).toEqual({ state: 'unknown', number: receipts[0]!.number })
    await logNow(db, id)
    expect(await check(0)).toMatchObject({ state: 'superseded', slug: rules.id, leaf: receipts[0]!.leaf })
    const standing = await check(3)
    expect(standing).toMatchObject({ state: 'standing', supersededBy: null, void: null })
    const { heads } = await visitor.call(ballotApi.listHeads, { params: poll.params, query: {} })
    expect(standing).toMatchObject({ proof: { size: 5, head: heads[0]!.note } })
  })

  it('tells the office how many came, and nobody for whom', async () => {
    const { turnout, result, signals } = await look()
    expect(turnout).toMatchObject({ logged: 4, waiting: 0 })
    expect(turnout!.growth.at(-1)!.ballots).toBe(4)
    expect(turnout!.issued.map(({ count }) => count)).toEqual([1, 0, 1, 1])
    expect(result).toBe(null)
    expect(signals).toEqual({ codes: 3, range: 0, burst: 0, comments: 0 })
    const text = await recordOf(office, rules.id)
    expect([text.includes('"stage":"open"'), text.includes('opening'), text.includes('credential')]).toEqual([
      true,
      false,
      false,
    ])
    const verdict = await verifyRecord(streamOf(text))
    expect(verdict.findings).toEqual([])
    await expect(organiser.call(ballotDeskApi.reviewBallots, { params })).rejects.toMatchObject({
      code: 'ballot.not-cleaning',
    })
    await expect(organiser.call(ballotDeskApi.finishElection, { params, body })).rejects.toMatchObject({
      code: 'ballot.not-drained',
    })
  })

  it('is not closed before its time', async () => {
    await expect(organiser.call(ballotDeskApi.closeElection, { params, body })).rejects.toMatchObject({
      code: 'ballot.running',
    })
  })
})

describe('after the close', () => {
  it('voids by two officers for a reason of the rules, and the ballot stays', async () => {
    await setNow(db, afterwards)
    await organiser.call(ballotDeskApi.closeElection, { params, body })
    expect(await look()).toMatchObject({ state: 'drained' })
    const propose = (leaves: number[], reason = 'script') =>
      organiser.call(ballotDeskApi.proposeVoids, { params, body: { leaves, reason, note: '同一秒内重复投票' } })
    await expect(propose([2], 'other')).rejects.toMatchObject({ code: 'ballot.reason' })
    await expect(propose([0])).rejects.toMatchObject({ code: 'ballot.not-standing' })
    await expect(propose([99])).rejects.toMatchObject({ code: 'ballot.not-standing' })
    const residents = await standingOf(receipts[1]!)
    await propose([residents])
    await expect(propose([residents])).rejects.toMatchObject({ code: 'ballot.proposed' })
    await expect(organiser.call(ballotDeskApi.finishElection, { params, body })).rejects.toMatchObject({
      code: 'ballot.proposals-open',
    })
    const [proposal] = (await look()).proposals
    const decide = { params: { id, proposalId: proposal!.id }, body: { approve: true } }
    await expect(organiser.call(ballotDeskApi.decideVoid, decide)).rejects.toMatchObject({ code: 'ballot.same-person' })
    await expect(leader.call(ballotDeskApi.decideVoid, decide)).rejects.toMatchObject({ status: 403 })
    await checker.call(ballotDeskApi.decideVoid, decide)
    await expect(checker.call(ballotDeskApi.decideVoid, decide)).rejects.toMatchObject({ code: 'ballot.no-proposal' })
    expect(await visitor.call(ballotApi.checkReceipt, { params: { number: receipts[1]!.number } })).toMatchObject({
      state: 'void',
      void: { code: 'script', reason: '程序批量投票' },
    })
  })

  it('counts from the log, by group, before and after the voids', async () => {
    const result = await organiser.call(ballotDeskApi.finishElection, { params, body })
    expect(result).toMatchObject({
      accepted: 4,
      superseded: 1,
      voided: [
        { code: 'script', count: 1 },
        { code: 'not-entitled', count: 0 },
      ],
    })
    expect(result.tally[0]!.candidates.map(({ before, after }) => [before, after])).toEqual([
      [
        [0, 2],
        [0, 1],
      ],
      [
        [1, 0],
        [1, 0],
      ],
      [
        [0, 2],
        [0, 1],
      ],
      [
        [1, 0],
        [1, 0],
      ],
      [
        [0, 2],
        [0, 1],
      ],
    ])
    expect(result.tally[1]!.blank).toEqual({ before: [0, 2], after: [0, 1] })
    expect(result.keys.map(({ issued, used, counted }) => [issued, used, counted])).toEqual([
      [1, 1, 1],
      [0, 0, 0],
      [1, 1, 1],
      [1, 1, 0],
    ])
  })

  it('keeps the result in the house until it is audited and issued', async () => {
    await expect(visitor.call(ballotApi.getResult, { params: poll.params })).rejects.toMatchObject({ status: 404 })
    const early = await recordOf(office, rules.id)
    expect([early.includes('"stage":"closed"'), early.includes('opening'), early.includes('"kind":"final"')]).toEqual([
      true,
      false,
      false,
    ])
    expect((await verifyRecord(streamOf(early))).findings).toEqual([])
    await expect(issuer.call(ballotDeskApi.publishElection, { params, body })).rejects.toMatchObject({
      code: 'ballot.not-audited',
    })
    const audit = await checker.call(ballotDeskApi.auditElection, { params, body })
    expect(audit).toEqual({ ok: true, leaves: 8, findings: [] })
    await expect(organiser.call(ballotDeskApi.publishElection, { params, body })).rejects.toMatchObject({ status: 403 })
    await issuer.call(ballotDeskApi.publishElection, { params, body })
  })

  it('publishes a record that begins as the earlier ones did and holds every check', async () => {
    const record = await recordOf(office, rules.id)
    const { head, result } = await visitor.call(ballotApi.getResult, { params: poll.params })
    const verdict = await verifyRecord(streamOf(record), { receipt: receipts[3], head })
    expect([verdict.findings, verdict.stage, verdict.leaves]).toEqual([[], 'final', 8])
    expect(JSON.parse(record.trim().split('\n').at(-1)!)).toEqual({ result })
  })
})

const standingOf = async ({ number }: Receipt): Promise<number> => {
  const answer = await visitor.call(ballotApi.checkReceipt, { params: { number } })
  if (answer.state === 'unknown') throw new Error('not logged')
  return answer.proof.index
}
