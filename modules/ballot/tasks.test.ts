import { expect, it } from 'vitest'
import type { TestClient } from '#kernel/access/testing.ts'
import { inTransaction } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { createElection } from './election/election.ts'
import { ballotApi, ballotDeskApi } from './shared/index.ts'
import { ballotTasks } from './tasks.ts'
import { afterwards, openElection, sampleRules, setNow, testOffice } from './testing.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const { organiser, checker, issuer, leader, units } = office
const actorOf = ({ ids }: TestClient, role: 'organiser' | 'checker' | 'issuer' | 'leader', unitPath: string) => ({
  ...({ kind: 'account', name: role, postTitle: '', unitName: '', roles: [role] } as const),
  ...{ id: `account:${ids.accountId}`, accountId: ids.accountId, postId: ids.postId, unitId: ids.unitId, unitPath },
})
const path = (await db.selectFrom('units.unit').select('path').where('id', '=', units.city).executeTakeFirstOrThrow())
  .path
const [clerk, check, issue, lead] = [
  actorOf(organiser, 'organiser', path),
  actorOf(checker, 'checker', path),
  actorOf(issuer, 'issuer', path),
  actorOf(leader, 'leader', path),
]

/** The keys of what waits for the organiser, the checker, the issuer and the leader. */
const waiting = async () =>
  Promise.all(
    [clerk, check, issue, lead].map(async actor =>
      (await ballotTasks(db, actor)).map(({ key }) => key.replace(/^ballot-\d+-/, '')),
    ),
  )

it('A draft waits for its drafter to be looked over and for another to be frozen, until the day on which it opens', async () => {
  await setNow(db, '2017-04-16T00:00:00Z')
  const rules = sampleRules()
  const id = await inTransaction(db, tx => createElection(tx, clerk, { unitId: units.city, rules }))
  expect(await waiting()).toEqual([['rules'], [], ['freeze'], []])
  expect(await ballotTasks(db, issue)).toEqual([
    {
      key: `ballot-${id}-freeze`,
      title: '核对并冻结投票规则：示例评议',
      detail: '冻结后规则和候选名单不能再改',
      dueOn: '2017-04-18',
      link: `/ballot/elections/${id}`,
      urgent: false,
    },
  ])
  expect(await ballotTasks(db, { ...issue, unitPath: `${path}999/` })).toEqual([])
  const above = path.replace(/[^/]+\/$/, '')
  expect(await ballotTasks(db, { ...issue, unitPath: above })).toEqual([])
  expect(await ballotTasks(db, { ...issue, unitPath: '' })).toEqual([])
  await db.deleteFrom('ballot.election').where('id', '=', id).execute()
})

it('From the close to the publication each step waits for its own officer, and a void for the other of two', async () => {
  const { id, poll } = await openElection(db, office)
  const params = { id }
  expect(await waiting()).toEqual([['announce'], [], [], []])
  await organiser.call(ballotDeskApi.draftAnnouncement, { params, body: {} })
  expect(await waiting()).toEqual([[], [], [], []])
  const token = (await poll.admitted('13900000009')).token
  const comment = { token, candidate: 1, words: '热心肠' }
  await office.server.visitor.call(ballotApi.sendComment, { params: poll.params, body: comment })
  await poll.cast(await poll.voter('13900000001'), [[1, 2], [11]])
  expect(await waiting()).toEqual([['comments'], ['comments'], [], []])
  const { comments } = await organiser.call(ballotDeskApi.listDeskComments, { params, query: {} })
  const shown = { params: { ...params, commentId: comments[0]!.id }, body: { show: true } }
  await organiser.call(ballotDeskApi.decideComment, shown)

  await setNow(db, afterwards)
  expect(await waiting()).toEqual([['close'], [], [], []])
  await organiser.call(ballotDeskApi.closeElection, { params, body: {} })
  expect(await waiting()).toEqual([['finish'], [], [], []])

  const void1 = { leaves: [1], reason: 'script', note: '同一秒内重复投票' }
  await organiser.call(ballotDeskApi.proposeVoids, { params, body: void1 })
  expect(await waiting()).toEqual([['finish'], ['voids'], [], []])
  const { proposals } = await checker.call(ballotDeskApi.getDeskElection, { params })
  const decided = { params: { ...params, proposalId: proposals[0]!.id }, body: { approve: false } }
  await checker.call(ballotDeskApi.decideVoid, decided)
  expect(await waiting()).toEqual([['finish'], [], [], []])

  await organiser.call(ballotDeskApi.finishElection, { params, body: {} })
  expect(await waiting()).toEqual([[], ['audit'], [], []])
  await checker.call(ballotDeskApi.auditElection, { params, body: {} })
  expect(await waiting()).toEqual([[], [], ['publish'], []])
  await issuer.call(ballotDeskApi.publishElection, { params, body: {} })
  expect(await waiting()).toEqual([[], [], [], []])
})
