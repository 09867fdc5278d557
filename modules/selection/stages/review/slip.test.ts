import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { slipMatter } from '#kernel/access/index.ts'
import { slipPages } from '#kernel/access/site/index.tsx'
import { TestClient } from '#kernel/access/testing.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { expertApi, reviewApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-31' })
const nominees = await bringTo(db, campaign, 'review', { units: 2, perCategory: { member: 1 } })
const { organiser, server } = campaign
const params = { id: campaign.campaignId, stage: 'review' }

const pages = new Hono()
pages.use(async (c, next) => {
  c.setRenderer(content => c.html(content as never))
  await next()
})
let sent = ''
slipPages(pages, {
  db,
  demo: false,
  matter: slipMatter,
  sendCode: async (_tx, { body }) => {
    sent = /\d{6}/.exec(body)![0]
  },
})

const add = async (name: string, phone?: string) => {
  const body = { name, unitName: '某大学', ...(phone && { phone }) }
  return (await organiser.call(reviewApi.addExpert, { params, body })).id
}
const issue = (expertId: number, who = organiser) =>
  who.call(reviewApi.issueExpertSlip, {
    params: { ...params, expertId },
    body: { expiresAt: '2099-12-31T18:00:00+08:00' },
  })

/** Enters by the link as its holder would: asks for the code, types it. */
const enter = async (link: string): Promise<TestClient> => {
  const { pathname } = new URL(link, 'https://shishi.example')
  await pages.request(`${pathname}/code`, { method: 'POST' })
  const opened = await pages.request(`${pathname}/open`, { method: 'POST', body: new URLSearchParams({ code: sent }) })
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
  return new TestClient(server.app, cookie, { accountId: 0, postId: 0, unitId: 0 })
}

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
