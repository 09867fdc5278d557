import { expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, selfApi } from '../shared/index.ts'
import { edited } from '../shared/plan/testing/example.ts'
import { testCampaign } from '../testing.ts'
import { filledForm, receiptIn, testSite } from './testing.tsx'

const { db } = await testDatabase()
const text = edited('goesTo: region', 'goesTo: organiser')
const { organiser, campaignId, clerkOf } = await testCampaign(db, {
  sources: { 'plan.yaml': text },
  today: '2026-03-10',
})
const site = testSite(db)
const path = '/self-recommendations/model-citizens-2026'
const list = () => organiser.call(selfApi.listOfOrganiser, { params: { id: campaignId }, query: {} })

it('what goes to the organiser is passed on to a unit, whose clerk alone then sees it', async () => {
  expect(await (await site.request(path)).text()).not.toContain('被推荐人在哪里')
  const sent = await site.request(path, { method: 'POST', body: filledForm() })
  expect(receiptIn(await sent.text())).toBeDefined()
  const { rows, units } = await list()
  const id = rows[0]!.id
  await expect(organiser.call(selfApi.adopt, { params: { id } })).rejects.toMatchObject({ code: 'self.elsewhere' })
  const west = await clerkOf('西区')
  await expect(west.clerk.call(selfApi.adopt, { params: { id } })).rejects.toMatchObject({ status: 403 })
  const pass = (submissionId: number) => organiser.call(selfApi.pass, { params: { id }, body: { submissionId } })
  await expect(pass(999_999)).rejects.toMatchObject({ code: 'self.unit' })
  const warned = async () =>
    (await organiser.call(campaignsApi.getStage, { params: { id: campaignId, stage: 'recommend' } })).obstacles
      .map(({ message }) => message)
      .filter(message => message.includes('自荐'))
  expect(await warned()).toEqual(['还有1份群众自荐、举荐没有转给推荐单位，结束后不能再列为推荐对象。'])
  await pass(units.find(({ name }) => name === '西区')!.submissionId)
  expect(await warned()).toEqual(['西区还有1份群众自荐、举荐没有处理，结束后不能再列为推荐对象。'])
  expect((await list()).rows).toEqual([])
  await expect(organiser.call(selfApi.decline, { params: { id }, body: { reason: '' } })).rejects.toMatchObject({
    status: 403,
  })
  expect((await west.clerk.call(selfApi.adopt, { params: { id } })).nominationId).toBeGreaterThan(0)
})
