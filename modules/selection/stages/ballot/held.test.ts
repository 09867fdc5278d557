import { describe, expect, it } from 'vitest'
import { ballotRoutes, sequenceAll } from '#modules/ballot/index.ts'
import { ballotApi as publicApi, ballotDeskApi as voteApi } from '#modules/ballot/shared/index.ts'
import { everywhere, pollOf, setNow } from '#modules/ballot/testing.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { useSampleStore } from '../../papers/testing.ts'
import { shippedSources } from '../../plan/shelf.ts'
import { actsApi, ballotApi, campaignsApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { saidOf } from './held.ts'

const { db } = await testDatabase()
await useSampleStore()
const clientAddress = everywhere()
/** Jiaozuo's plan, where a name may also be taken off during the vote. */
const shipped = await shippedSources('jiaozuo-2017')
const plan = shipped['plan.yaml']!.replace('    kind: ballot\n', '    kind: ballot\n    acts: [succeed]\n')
const campaign = await testCampaign(db, {
  sources: { ...shipped, 'plan.yaml': plan },
  today: '2017-04-18',
  rooms: [api => ballotRoutes(api, { clientAddress })],
})
const nominees = await bringTo(db, campaign, 'ballot', { units: 3, perCategory: { 'top-member': 1 } })
const { organiser, organiserId, server, campaignId } = campaign
const params = { id: campaignId, stage: 'ballot' }
const at = (role: 'checker' | 'issuer') => server.signedIn({ unitId: organiserId, roles: [role], name: role })
const [checker, issuer, publisher] = [await at('checker'), await at('issuer'), await at('issuer')]
const body = {
  opensAt: '2017-04-19T08:00:00+08:00',
  closesAt: '2017-04-25T18:00:00+08:00',
  apart: true,
  census: 'none' as const,
}
const hold = (over: object = {}) => organiser.call(ballotApi.holdVote, { params, body: { ...body, ...over } })
const names = async (id: number) => {
  const { rules } = await organiser.call(voteApi.getDeskElection, { params: { id } })
  const pictures = rules.categories.flatMap(({ candidates }) => candidates.map(({ picture }) => picture))
  for (const picture of pictures) expect(picture).toMatch(/^(?!0{64})[0-9a-f]{64}$/)
  return rules.categories.map(({ key, max, candidates }) => [key, max, candidates.map(({ name }) => name)])
}
let vote: { id: number } = { id: 0 }

describe('a vote held on this platform', () => {
  it('is laid down with everyone who stands in the stage, within the plan’s days', async () => {
    await expect(hold({ closesAt: '2017-04-27T18:00:00+08:00' })).rejects.toMatchObject({ code: 'ballot.window' })
    vote = { id: (await hold()).electionId }
    await expect(hold()).rejects.toMatchObject({ code: 'ballot.exists' })
    const [category] = await names(vote.id)
    expect(category).toEqual(['top-member', 3, expect.arrayContaining(nominees.map(({ name }) => name))])
  })

  it('follows the stage until it is frozen', async () => {
    const gone = nominees[2]!
    await organiser.call(actsApi.remove, {
      params,
      body: { nominationId: gone.id, reason: '本人不愿参加。', basis: '本人书面申请' },
    })
    expect((await organiser.call(ballotApi.getBallot, { params })).vote).toMatchObject({ outdated: true })
    await organiser.call(ballotApi.refreshCandidates, { params })
    expect((await names(vote.id))[0]).toEqual(['top-member', 2, expect.not.arrayContaining([gone.name])])
    await issuer.call(voteApi.freezeElection, { params: vote, body: {} })
    await expect(organiser.call(ballotApi.refreshCandidates, { params })).rejects.toMatchObject({
      code: 'ballot.frozen',
    })
  })

  it('hands its published counts to the campaign, apart by group, and keeps the stage open until then', async () => {
    const { rules, slug } = await organiser.call(voteApi.getDeskElection, { params: vote })
    const poll = pollOf(db, { server } as Parameters<typeof pollOf>[1], rules)
    await setNow(db, '2017-04-20T02:00:00Z')
    await poll.cast(await poll.voter('13900000001'), [[1]])
    await poll.cast(await poll.voter('13900000002'), [[1, 2]])
    const { token } = await poll.admitted('13900000003')
    for (const [candidate, words] of [
      [1, '办事公道，随叫随到。'],
      [2, '加我微信领红包'],
    ] as const)
      await server.visitor.call(publicApi.sendComment, { params: { slug }, body: { token, candidate, words } })
    await setNow(db, '2017-04-25T11:00:00Z')
    await organiser.call(voteApi.closeElection, { params: vote, body: {} })
    await sequenceAll(db)
    await organiser.call(voteApi.finishElection, { params: vote, body: {} })
    await checker.call(voteApi.auditElection, { params: vote, body: {} })
    const waiting = await organiser.call(campaignsApi.getStage, { params })
    expect(waiting.obstacles.filter(({ severity }) => severity === 'block').map(({ message }) => message)).toEqual([
      '网上评议已定账，待公布，公布结果后才能结束本环节。',
    ])
    await publisher.call(voteApi.publishElection, { params: vote, body: {} })
    const { rows } = await organiser.call(ballotApi.getBallot, { params })
    const standing = rows.filter(({ outcome }) => outcome !== 'out')
    expect(standing.map(({ count, place, groups }) => [count, place, groups]).sort()).toEqual([
      [1, 2, expect.anything()],
      [
        2,
        1,
        [
          { name: '党员', count: 0 },
          { name: '群众', count: 2 },
        ],
      ],
    ])
    expect(await organiser.call(campaignsApi.closeStage, { params })).toEqual({ next: 'inspect' })
    expect(slug).toBe('jiaozuo-2017-ballot')
  })

  it('gives what residents said of a winner to whoever writes of him, once it was let through', async () => {
    const { rules } = await organiser.call(voteApi.getDeskElection, { params: vote })
    const idOf = (no: number) => nominees.find(({ name }) => name === rules.categories[0]!.candidates[no - 1]!.name)!.id
    const said = () => Promise.all([1, 2].map(no => saidOf(db, campaignId, idOf(no))))
    expect(await said()).toEqual([[], []])
    const { comments } = await checker.call(voteApi.listDeskComments, { params: vote, query: {} })
    for (const { id: commentId, candidate } of comments)
      await checker.call(voteApi.decideComment, { params: { ...vote, commentId }, body: { show: candidate === 1 } })
    expect(await said()).toEqual([['办事公道，随叫随到。'], []])
  })
})
