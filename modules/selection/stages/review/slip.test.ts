import { describe, expect, it } from 'vitest'
import { slipDoor } from '#kernel/access/testing-slips.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { expertApi, reviewApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-31' })
const nominees = await bringTo(db, campaign, 'review', { units: 2, perCategory: { member: 1 } })
const { organiser, server } = campaign
const params = { id: campaign.campaignId, stage: 'review' }

const door = slipDoor(db, server.app)
const add = async (name: string, phone?: string) => {
  const body = { name, unitName: '某大学', ...(phone && { phone }) }
  return (await organiser.call(reviewApi.addExpert, { params, body })).id
}
const issue = (expertId: number, who = organiser) =>
  who.call(reviewApi.issueExpertSlip, {
    params: { ...params, expertId },
    body: { expiresAt: '2099-12-31T18:00:00+08:00' },
  })

const enter = async (link: string) => (await door.enter(link)).client

describe('an expert without an account', () => {
  it('enters by a link and a code, and finds the own seat and no other', async () => {
    const [own, other] = [await add('专家甲', '13900000001'), await add('专家乙', '13900000002')]
    const expert = await enter((await issue(own)).link)
    const { seats } = await expert.call(expertApi.mySeats, {})
    expect(seats.map(({ expertId, due, finals, open }) => [expertId, due, finals, open])).toEqual([
      [own, nominees.length, 0, true],
    ])
    const seat = await expert.call(expertApi.getSeat, { params: { expertId: own } })
    expect(seat.nominees.map(({ label }) => label).sort()).toEqual(nominees.map(({ name }) => name).sort())
    for (const [endpoint, given] of [
      [expertApi.getSeat, { params: { expertId: other } }],
      [reviewApi.getReview, { params }],
    ] as const)
      await expect(expert.call(endpoint as typeof reviewApi.getReview, given as never)).rejects.toMatchObject({
        status: 403,
      })
  })

  it('needs a telephone to which the code can go, and the organiser to ask', async () => {
    const expertId = await add('专家丙')
    await expect(issue(expertId)).rejects.toMatchObject({ status: 422, code: 'expert.phone' })
    const { clerk } = await campaign.clerkOf(nominees[0]!.unitName)
    await expect(issue(await add('专家丁', '13900000004'), clerk)).rejects.toMatchObject({ status: 403 })
  })
})
