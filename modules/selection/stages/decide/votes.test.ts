import { expect, it } from 'vitest'
import type { Actor } from '#kernel/access/index.ts'
import { inTransaction } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { loadStageRun } from '../../load.ts'
import { shippedSources } from '../../plan/shelf.ts'
import { decideApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { recordVotes } from '../ballot/votes.ts'

const { db } = await testDatabase()
const shipped = await shippedSources('jiaozuo-2017')
const deciding = '    kind: decide\n    title: 研究确定\n'
/** Jiaozuo's plan, where the vote is not for reference but the whole of the score. */
const plan = shipped['plan.yaml']!.replace('effect: reference', 'effect: weighted').replace(
  deciding,
  `${deciding}    rankBy: [{ stage: ballot, weight: 100 }]\n`,
)
const campaign = await testCampaign(db, { sources: { ...shipped, 'plan.yaml': plan }, today: '2017-04-18' })
const nominees = await bringTo(db, campaign, 'ballot', { units: 3, perCategory: { 'top-member': 1 } })

const clerk: Actor = {
  kind: 'account',
  id: 'account:1',
  name: '组织经办',
  accountId: null,
  postId: null,
  postTitle: '',
  unitId: null,
  unitName: '',
  unitPath: '',
  roles: [],
}

it('A vote that the plan weighs counts before the meeting as a share of its category’s best', async () => {
  await inTransaction(db, async tx => {
    const run = (await loadStageRun(tx, campaign.campaignId, 'ballot'))!
    const counts = nominees.map(({ id }, n) => ({ nominationId: id, count: [300, 120, 300][n]! }))
    await recordVotes(tx, clerk, run, { source: '评选专栏', counts })
  })
  await bringTo(db, campaign, 'decide', { units: 0, perCategory: {} })
  const params = { id: campaign.campaignId, stage: 'decide' }
  const { sections, hasScores } = await campaign.organiser.call(decideApi.getPapers, { params })
  const names = sections.flatMap(section => section.names).map(({ votes, score }) => [votes, score])
  expect([names.sort(), hasScores]).toEqual([
    [
      [120, '40'],
      [300, '100'],
      [300, '100'],
    ],
    true,
  ])
})
