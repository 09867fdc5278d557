import { describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../../plan/shelf.ts'
import { campaignsApi, consultApi, submissionsApi } from '../../shared/index.ts'
import { fillSubmission, setToday, testCampaign } from '../../testing.ts'

const { db } = await testDatabase()
const plan = await shippedPlan('jiaozuo-2017')
const today = '2017-03-24'
const campaign = await testCampaign(db, { plan: plan.id, today })
const units = plan.units.filter(unit => unit.class === 'direct')

const readyUnit = async (index: number) => {
  const unit = units[index]!
  const entry = await campaign.clerkOf(unit.name)
  const sample = { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.fullName }
  const ids = await fillSubmission(entry.clerk, entry.submissionId, {
    plan,
    unit: sample,
    today,
    categories: ['top-member'],
  })
  return { ...entry, ids, params: { id: entry.submissionId, stage: 'consult' } }
}
const lateFindings = async (unit: Awaited<ReturnType<typeof readyUnit>>) =>
  (await unit.clerk.call(consultApi.sendConsultation, { params: unit.params, body: {} }).catch(error => error)).findings

describe('the informal pre-review', () => {
  it('shows the organiser the list that was sent and nothing of the drafts behind it', async () => {
    const unit = await readyUnit(0)
    const before = await campaign.organiser.call(consultApi.getConsultation, { params: unit.params })
    expect([before.sent, before.current]).toEqual([null, []])
    await unit.clerk.call(consultApi.sendConsultation, { params: unit.params, body: { note: '请提意见' } })
    const seen = await campaign.organiser.call(consultApi.getConsultation, { params: unit.params })
    expect(seen.sent!.names.map(({ nominationId }) => nominationId)).toEqual(unit.ids)
    expect(JSON.stringify(seen)).not.toMatch(/\d{17}[\dX]|1390000/)
    const { tasks } = await campaign.organiser.call(campaignsApi.myWork, {})
    expect(tasks.map(({ title }) => title)).toContain('1个单位的初步名单待提意见')
  })

  it('takes remarks that bind nobody and brings them to the unit', async () => {
    const unit = await readyUnit(1)
    await unit.clerk.call(consultApi.sendConsultation, { params: unit.params, body: {} })
    const remark = (advice: 'keep' | 'careful', words?: string) =>
      campaign.organiser.call(consultApi.remarkConsultation, {
        params: unit.params,
        body: { remarks: [{ nominationId: unit.ids[0]!, advice, ...(words && { words }) }] },
      })
    await expect(remark('careful')).rejects.toMatchObject({ code: 'consult.words' })
    await remark('careful', '近两年无新的表彰，请慎重。')
    const { sent } = await unit.clerk.call(consultApi.getConsultation, { params: unit.params })
    expect(sent!.names.map(({ remark: given }) => [given!.advice, given!.words])).toEqual([
      ['careful', '近两年无新的表彰，请慎重。'],
    ])
    const { findings } = await unit.clerk.call(submissionsApi.checkSubmission, { params: { id: unit.submissionId } })
    expect(findings.filter(({ message }) => message.includes('慎重'))).toEqual([])
  })

  it('is a unit’s own: a sibling sees nothing, and only the organiser remarks', async () => {
    const unit = await readyUnit(2)
    await unit.clerk.call(consultApi.sendConsultation, { params: unit.params, body: {} })
    const { clerk: sibling } = await campaign.clerkOf(units[3]!.name)
    await expect(sibling.call(consultApi.getConsultation, { params: unit.params })).rejects.toMatchObject({
      status: 403,
    })
    const body = { remarks: [{ nominationId: unit.ids[0]!, advice: 'keep' as const }] }
    await expect(unit.clerk.call(consultApi.remarkConsultation, { params: unit.params, body })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('is due by its date, that day included, unless the organiser unlocks it', async () => {
    const unit = await readyUnit(4)
    await setToday(db, '2017-03-25')
    await unit.clerk.call(consultApi.sendConsultation, { params: unit.params, body: {} })
    const late = await readyUnit(5)
    await setToday(db, '2017-03-26')
    expect(
      (await lateFindings(late)).map(({ rule, message }: { rule: string; message: string }) => [rule, message]),
    ).toEqual([['R003-17', '初步推荐对象名单应于3月25日前报市委组织部沟通。']])
    await unit.clerk.call(consultApi.sendConsultation, { params: unit.params, body: {} })
    await campaign.organiser.call(submissionsApi.unlockLate, {
      params: { id: late.submissionId },
      body: { until: '2017-03-27T18:00:00+08:00' },
    })
    await late.clerk.call(consultApi.sendConsultation, { params: late.params, body: {} })
    const { units: all } = await campaign.organiser.call(consultApi.listConsultations, {
      params: { id: campaign.campaignId, stage: 'consult' },
    })
    expect(all.filter(({ sentAt }) => sentAt).map(({ unitName, late: isLate }) => [unitName, isLate])).toEqual([
      [units[0]!.name, false],
      [units[1]!.name, false],
      [units[2]!.name, false],
      [units[4]!.name, false],
      [units[5]!.name, true],
    ])
  })
})
