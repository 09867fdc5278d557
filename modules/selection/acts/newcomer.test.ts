import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../plan/shelf.ts'
import { sampleNominee } from '../sample/index.ts'
import { actsApi, campaignsApi, intakeApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'
import { bringTo } from '../testing-stages.ts'

const { db } = await testDatabase()
const today = '2017-04-20'
const plan = await shippedPlan('jiaozuo-2017')
const campaign = await testCampaign(db, { plan: plan.id, today })
await bringTo(db, campaign, 'shortlist', { units: 2, perCategory: { 'fine-member': 1 } })
const { organiser } = campaign
const unit = plan.units[0]!
const { clerk, submissionId } = await campaign.clerkOf(unit.name)
const params = { id: campaign.campaignId, stage: 'shortlist' }
const grounds = { reason: '事迹突出，基层反映强烈', basis: '部务会议纪要〔2017〕6号' }
const sample = { name: unit.name, class: unit.class, recommender: unit.recommender! }
const { answers, articles } = sampleNominee(plan, 'fine-member', sample, { seed: 77, today })
const bring = (who = organiser, more = {}) =>
  who.call(actsApi.bringNewcomer, {
    params,
    body: { submissionId, category: 'fine-member', answers, articles, ...grounds, ...more },
  })

describe('增补 of somebody whom no unit has put up', () => {
  it('asks for the whole form, and for the organiser', async () => {
    const refusal = await bring(organiser, { answers: { name: '张三' } }).catch(error => error)
    expect(refusal).toMatchObject({ status: 422, code: 'act.incomplete' })
    expect(refusal.findings.length).toBeGreaterThan(3)
    await expect(bring(clerk)).rejects.toMatchObject({ status: 403 })
    await expect(bring(organiser, { submissionId: 999_999 })).rejects.toMatchObject({ code: 'act.unit' })
    await expect(bring(organiser, { basis: ' ' })).rejects.toMatchObject({ status: 422 })
  })

  it('is filled in on the form of its category, which the organiser is given', async () => {
    const query = { submissionId, category: 'fine-member' }
    const asked = await organiser.call(actsApi.getNewcomerForm, { params, query })
    expect(asked).toMatchObject({ unitClass: unit.class, recommender: unit.recommender })
    expect(Object.keys((asked.plan as typeof plan).forms)).toEqual(['fine-member'])
    await expect(clerk.call(actsApi.getNewcomerForm, { params, query })).rejects.toMatchObject({ status: 403 })
    const other = { params, query: { ...query, category: 'none' } }
    await expect(organiser.call(actsApi.getNewcomerForm, other)).rejects.toMatchObject({ code: 'act.category' })
  })

  it('brings the name into the stage, with a number, owing all that was done before, the unit’s own steps too', async () => {
    const { owed } = await bring()
    expect(owed.map(({ title }) => title)).toEqual(['推荐单位征求意见', '推荐单位公示'])
    const { pool } = await organiser.call(campaignsApi.getStage, { params })
    expect(pool.filter(({ name }) => name === answers.name).map(({ outcome }) => outcome)).toEqual(['pending'])
    const { rows } = await sql<{ origin: string; no: string }>`
      select origin, register_no as no from selection.nomination where name = ${String(answers.name)}`.execute(db)
    expect(rows[0]).toMatchObject({ origin: 'added' })
    expect(rows[0]!.no).toMatch(/^2017301\d{3}$/)
  })

  it('owes its seals like everybody else, though nothing is kept beside its form', async () => {
    const { sheets } = await organiser.call(intakeApi.listOwedSeals, { params: { id: campaign.campaignId } })
    expect(sheets.filter(({ name }) => name === answers.name)).toMatchObject([{ reseal: false, submissionId }])
  })

  it('does not make a second file of a person who stands there already', async () => {
    await expect(bring()).rejects.toMatchObject({ code: 'act.known' })
  })

  it('is only for stages that the plan allows it in', async () => {
    await sql`update selection.stage_run set state = 'open' where stage = 'inspect'`.execute(db)
    const body = { submissionId, category: 'fine-member', answers, articles, ...grounds }
    await expect(
      organiser.call(actsApi.bringNewcomer, { params: { ...params, stage: 'inspect' }, body }),
    ).rejects.toMatchObject({ code: 'act.not-allowed' })
  })
})
