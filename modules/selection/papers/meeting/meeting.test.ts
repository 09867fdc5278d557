import { expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
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
  for (const part of meetingPapers.filter(one => one !== 'minutes')) {
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

it('prints the minutes of the last meeting by GB/T 9704 once it is on record: what was resolved, who was there', async () => {
  expect((await paper(campaign.organiser, 'minutes')).status).toBe(404)
  await sql`insert into selection.decision (stage_run_id, round, form, held_on, body, attendees, resolution)
    select id, 1, 'meeting', '2022-01-05', '市委党史学习教育领导小组', '甲、乙、丙', '同意所报名单。\n尽快公布。'
    from selection.stage_run where campaign_id = ${campaign.campaignId} and kind = 'decide'`.execute(db)
  const words = wordsOf((await paper(campaign.organiser, 'minutes')).bytes)
  for (const said of [
    '市委党史学习教育领导小组会议纪要',
    '2022年1月5日',
    '同意所报名单。',
    '尽快公布。',
    '出席：甲、乙、丙',
  ])
    expect(words).toContain(said)
  for (const { name } of cast) expect(words).toContain(name)
  for (const not of ['请假', '列席', '期']) expect(words.replace('日期', '')).not.toContain(not)
}, 60_000)

it('prints the number of the minutes, and who was absent or sat in, in the standard’s order', async () => {
  await sql`update selection.decision set minutes_number = '第5期', absent = '丁', observers = '戊
己' where round = 1`.execute(db)
  const words = wordsOf((await paper(campaign.organiser, 'minutes')).bytes)
  expect(words).toContain('会议纪要第5期研究审定')
  expect(words).toContain('出席：甲、乙、丙请假：丁列席：戊、己')
}, 60_000)
