import { describe, expect, it } from 'vitest'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../plan/shelf.ts'
import { campaignsApi, nominationsApi, submissionsApi } from '../shared/index.ts'
import { fillSubmission, testCampaign } from '../testing.ts'

const today = '2021-12-24'
const { db } = await testDatabase()
const plan = await shippedPlan('luoyang-2021')
const campaign = await testCampaign(db, { plan: plan.id, today })
const { organiser, campaignId, server } = campaign
const unit = plan.units[0]!
const county = await campaign.clerkOf(unit.name)
const sibling = await campaign.clerkOf(plan.units[1]!.name)
const above = { params: { id: county.submissionId } }

const addTown = (name: string) =>
  inTransaction(db, tx => addUnit(tx, { name, kind: 'township', parentId: county.unitId }))
const quota = { member: 2 }
const invite = (unitId: number, who = county.clerk, places: Record<string, number> = quota) =>
  who.call(submissionsApi.inviteUnit, { ...above, body: { unitId, dueOn: '2021-12-27', quota: places } })

/** A township that was asked, with its clerk and so many nominees filled in. */
const town = async (name: string, nominees = 1) => {
  const unitId = await addTown(name)
  const { id } = await invite(unitId)
  const clerk = await server.signedIn({ unitId, roles: ['recommender'] })
  const sample = { name, class: unit.class, recommender: unit.recommender! }
  const categories = Array.from({ length: nominees }, () => 'member')
  const ids = await fillSubmission(clerk, id, { plan, unit: sample, today, categories })
  const read = () => clerk.call(submissionsApi.getSubmission, { params: { id } })
  return { clerk, ids, read, params: { id } }
}
const readCounty = () => county.clerk.call(submissionsApi.getSubmission, above)

describe('asking a unit below to recommend', () => {
  it('gives it places and a day of its own', async () => {
    const unitId = await addTown('甲镇')
    const { id } = await invite(unitId)
    const clerk = await server.signedIn({ unitId, roles: ['recommender'] })
    const { dueOn, categories } = await clerk.call(submissionsApi.getSubmission, { params: { id } })
    expect([dueOn, categories.map(({ key, max }) => [key, max])]).toEqual(['2021-12-27', [['member', 2]]])
    await expect(invite(unitId)).rejects.toMatchObject({ code: 'invite.exists' })
  })

  it('is for units directly below, by the unit itself, in categories that the plan has', async () => {
    const unitId = await addTown('乙镇')
    await expect(invite(sibling.unitId)).rejects.toMatchObject({ code: 'invite.not-below' })
    await expect(invite(unitId, sibling.clerk)).rejects.toMatchObject({ status: 403 })
    await expect(invite(unitId, organiser)).rejects.toMatchObject({ status: 403 })
    await expect(invite(unitId, county.clerk, { none: 1 })).rejects.toMatchObject({ code: 'category.unknown' })
  })
})

describe('level by level', () => {
  it('the list below is ranked and handed in there, received by the unit above, and ranked and handed in anew', async () => {
    const { clerk, ids, params } = await town('丙镇', 2)
    const readNominee = (who = county.clerk) => who.call(nominationsApi.getNomination, { params: { id: ids[0]! } })
    await expect(readNominee()).rejects.toMatchObject({ status: 403 })
    await clerk.call(submissionsApi.rankNominations, { params, body: { category: 'member', ids: ids.toReversed() } })
    await clerk.call(submissionsApi.submit, { params })
    for (const stranger of [organiser, sibling.clerk])
      await expect(stranger.call(submissionsApi.accept, { params })).rejects.toMatchObject({ status: 403 })
    await county.clerk.call(submissionsApi.accept, { params })
    expect((await readCounty()).nominations.map(({ id, state }) => [id, state]).sort()).toEqual(
      ids.map(id => [id, 'draft']).sort(),
    )
    expect((await readNominee()).name).not.toBe('')
    await expect(clerk.call(submissionsApi.withdraw, { params })).rejects.toMatchObject({ code: 'submission.accepted' })
  })

  it('a list is given back one level down with a comment an item, mended there and handed in again', async () => {
    const { clerk, ids, params, read } = await town('丁镇')
    await clerk.call(submissionsApi.submit, { params })
    const items = [{ nominationId: ids[0]!, path: 'answers.deeds', comment: '请写明受益户数。' }]
    const back = { params, body: { dueOn: '2021-12-28', items } }
    await expect(organiser.call(submissionsApi.giveBack, back)).rejects.toMatchObject({ status: 403 })
    await county.clerk.call(submissionsApi.giveBack, back)
    expect(await read()).toMatchObject({ state: 'returned', notes: [{ comment: '请写明受益户数。' }] })
    await clerk.call(submissionsApi.submit, { params })
    expect((await read()).state).toBe('submitted')
  })

  it('what was received goes down again with its nominees, as long as the unit above has not handed in', async () => {
    const { clerk, ids, params, read } = await town('戊镇', 2)
    await clerk.call(submissionsApi.submit, { params })
    await county.clerk.call(submissionsApi.accept, { params })
    const items = [{ nominationId: ids[1]!, comment: '请换照片。' }]
    await county.clerk.call(submissionsApi.giveBack, { params, body: { dueOn: '2021-12-28', items } })
    expect((await read()).nominations.map(({ id, state }) => [id, state])).toEqual([
      [ids[0], 'submitted'],
      [ids[1], 'returned'],
    ])
    expect((await readCounty()).nominations.some(({ id }) => ids.includes(id))).toBe(false)
    await clerk.call(submissionsApi.submit, { params })
    await county.clerk.call(submissionsApi.accept, { params })
    expect((await readCounty()).nominations.filter(({ id }) => ids.includes(id))).toHaveLength(2)
  })
})

it('A name that came from below stands in the pool as the county’s, and its list is then the county’s to change', async () => {
  const { clerk, ids, params } = await town('己镇')
  await clerk.call(submissionsApi.submit, { params })
  await county.clerk.call(submissionsApi.accept, { params })
  const others = (await readCounty()).nominations.filter(({ id }) => id !== ids[0])
  for (const { id } of others)
    await county.clerk.call(nominationsApi.removeNomination, { params: { id }, body: { back: false } })
  await fillSubmission(county.clerk, county.submissionId, {
    ...{ plan, unit: { name: unit.name, class: unit.class, recommender: unit.recommender! }, today },
    categories: ['project', 'team'],
  })
  await county.clerk.call(submissionsApi.addLocalNotice, {
    ...above,
    body: { medium: '县区门户网站', mediaLevel: 'county', publishedOn: today, nominationIds: ids },
  })
  await county.clerk.call(submissionsApi.submit, above)
  const down = { params, body: { dueOn: '2021-12-28', items: [{ nominationId: ids[0]!, comment: '请补充。' }] } }
  await expect(county.clerk.call(submissionsApi.giveBack, down)).rejects.toMatchObject({
    code: 'submission.passed-on',
  })
  await organiser.call(submissionsApi.accept, above)
  const stage = { params: { id: campaignId, stage: 'recommend' } }
  const { pool } = await organiser.call(campaignsApi.getStage, stage)
  expect(pool.filter(({ nominationId }) => nominationId === ids[0])).toHaveLength(1)
})
