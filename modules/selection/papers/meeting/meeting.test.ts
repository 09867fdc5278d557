import { expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { meetingPapers } from '../shared/meeting-api.ts'
import { download, wordsOf } from '../testing.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2022-01-05' })
const cast = await bringTo(db, campaign, 'decide', { units: 2, perCategory: { member: 1 } })
const paper = (who: { cookie: string }, part: string, format = 'docx') =>
  download(
    campaign,
    who,
    `/api/selection/campaigns/${campaign.campaignId}/stages/decide/decision/papers/${part}/${format}`,
  )

it('gives the meeting’s papers as files: who is proposed stands in the list and the deeds, never an ID number', async () => {
  for (const part of meetingPapers) {
    const got = await paper(campaign.organiser, part)
    expect([part, got.status]).toEqual([part, 200])
    const words = wordsOf(got.bytes)
    if (part === 'list' || part === 'deeds') for (const { name } of cast) expect(words).toContain(name)
    expect(words).not.toMatch(/\d{17}[\dX]/u)
  }
  const { clerk } = await campaign.clerkOf(cast[0]!.unitName)
  expect((await paper(clerk, 'list')).status).toBe(403)
  expect(
    Buffer.from((await paper(campaign.organiser, 'list', 'pdf')).bytes)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
}, 60_000)
