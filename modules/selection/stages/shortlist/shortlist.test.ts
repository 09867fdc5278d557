import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, shortlistApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'jiaozuo-2017', today: '2017-04-17' })
const nominees = await bringTo(db, campaign, 'shortlist', {
  units: 8,
  perCategory: { 'top-organisation': 2, 'top-member': 2, 'fine-member': 4 },
})
const { organiser } = campaign
const params = { id: campaign.campaignId, stage: 'shortlist' }
const of = (category: string) => nominees.filter(each => each.category === category)
const choose = (ids: number[], outcome: 'pass' | 'out' | 'pending', reason?: string) =>
  organiser.call(shortlistApi.choose, {
    params,
    body: { choices: ids.map(nominationId => ({ nominationId, outcome, ...(reason && { reason }) })) },
  })
const ids = (list: { id: number }[]) => list.map(({ id }) => id)
const messages = async () =>
  (await organiser.call(campaignsApi.getStage, { params })).obstacles.map(({ message }) => message)

describe('a shortlist', () => {
  it('shows everyone in official order with the shares that the plan asks for', async () => {
    const { rows, structure, ranked, hasVotes } = await organiser.call(shortlistApi.getShortlist, { params })
    expect(rows).toHaveLength(64)
    expect([ranked, hasVotes]).toEqual([false, false])
    expect(structure.map(({ key, atLeast, each }) => [key, atLeast, each])).toEqual([['party-affairs', 30, 'both']])
    expect(rows.filter(({ counts }) => counts.length > 0).every(({ category }) => category === 'fine-member')).toBe(
      true,
    )
  })

  it('says how many names the ratio wants, until there are as many', async () => {
    await choose(ids(of('top-organisation')).slice(0, 14), 'pass')
    expect(await messages()).toContain('“十佳基层党组织”候选对象应为15，现为14。')
    await choose(ids(of('top-organisation')).slice(14, 15), 'pass')
    await choose(ids(of('top-organisation')).slice(15), 'out')
    expect((await messages()).filter(message => message.startsWith('“十佳基层党组织”候选对象'))).toEqual([])
  })

  it('gives whoever is left out a reason', async () => {
    await choose([of('top-member')[0]!.id], 'out', '事迹不够突出')
    const { rows } = await organiser.call(shortlistApi.getShortlist, { params })
    const reasonOf = (id: number) => rows.find(({ nominationId }) => nominationId === id)!.reason
    expect([reasonOf(of('top-member')[0]!.id), reasonOf(of('top-organisation')[15]!.id)]).toEqual([
      '事迹不够突出',
      '未入选',
    ])
    await choose([of('top-member')[0]!.id], 'pending')
    const after = await organiser.call(shortlistApi.getShortlist, { params })
    expect(after.rows.find(({ nominationId }) => nominationId === of('top-member')[0]!.id)).toMatchObject({
      outcome: 'pending',
      reason: null,
    })
  })

  it('counts the 30 % of party affairs rounded up, over those chosen only', async () => {
    const fine = of('fine-member')
    await sql`update selection.nomination set answers = answers || jsonb_build_object('partyAffairs',
      case when id = any(${ids(fine).slice(0, 3)}::bigint[]) then '是' else '否' end)
      where id = any(${ids(fine)}::bigint[])`.execute(db)
    await choose(ids(fine).slice(0, 11), 'pass')
    expect(await messages()).toContain('优秀共产党员推荐对象11名，其中党务干部3名（27.3%），低于30%，至少还需1名。')
    await choose(ids(fine).slice(10, 11), 'out')
    expect((await messages()).filter(message => message.includes('党务干部'))).toEqual([])
  })

  it('lets nobody choose a name that is suspended', async () => {
    const { id, name } = of('top-member')[3]!
    await sql`update selection.pool_entry set outcome = 'suspended' where nomination_id = ${id}
      and stage_run_id = (select id from selection.stage_run where stage = 'shortlist')`.execute(db)
    await expect(choose([id], 'pass')).rejects.toMatchObject({
      code: 'shortlist.suspended',
      message: `“${name}”暂缓，先作出处理结论。`,
    })
  })

  it('does not close while names wait, and a unit may not look', async () => {
    await expect(organiser.call(campaignsApi.closeStage, { params })).rejects.toMatchObject({
      code: 'stage.unfinished',
    })
    const { clerk } = await campaign.clerkOf(nominees[0]!.unitName)
    for (const call of [
      () => clerk.call(shortlistApi.getShortlist, { params }),
      () => clerk.call(shortlistApi.choose, { params, body: { choices: [{ nominationId: 1, outcome: 'pass' }] } }),
    ])
      await expect(call()).rejects.toMatchObject({ status: 403 })
  })
})
