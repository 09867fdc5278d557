import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, inspectApi } from '../../shared/index.ts'
import { setToday, testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'jiaozuo-2017', today: '2017-04-27' })
const nominees = await bringTo(db, campaign, 'inspect', {
  units: 2,
  perCategory: { 'top-member': 1, 'fine-member': 1 },
})
const { organiser } = campaign
const params = { id: campaign.campaignId, stage: 'inspect' }
const [own, fine, other] = nominees as [(typeof nominees)[0], (typeof nominees)[0], (typeof nominees)[0]]
const { clerk } = await campaign.clerkOf(own.unitName)
const one = { ...params, nominationId: own.id }
const unit = { ...params, submissionId: own.submissionId }
const articleOf = (length: number) => ({
  title: '考察材料',
  subtitle: '',
  paragraphs: [{ level: 0 as const, text: '实'.repeat(length) }],
})
const team = [
  { name: '赵一', branch: '机关一支部' },
  { name: '钱二', branch: '机关二支部' },
]
const save = (over: object = {}) =>
  clerk.call(inspectApi.saveInspection, {
    params: one,
    body: { team, branch: '某村党支部', visitedOn: '2017-04-26', articles: { inspection: articleOf(1000) }, ...over },
  })
const handIn = () => clerk.call(inspectApi.handIn, { params: unit })
const ruleIds = async () => {
  const refusal = await handIn().catch(error => error)
  return [...new Set((refusal.findings as { rule: string }[]).map(({ rule }) => rule))]
}

describe('an entrusted inspection', () => {
  it('is the unit’s own work: it sees its own candidates and nobody else’s', async () => {
    const list = await clerk.call(inspectApi.listInspections, { params })
    expect(list.candidates.map(({ name, outcome }) => [name, outcome])).toEqual([[own.name, 'pending']])
    expect(list.units.map(({ unitName, permissions }) => [unitName, permissions.write])).toEqual([[own.unitName, true]])
    expect([list.materials, list.reports]).toEqual([
      [{ key: 'inspection', name: '候选对象考察材料', about: 1000 }],
      [{ key: 'inspection-report', name: '候选对象考察情况报告', about: null }],
    ])
    expect(JSON.stringify(list)).not.toContain(other.name)
    await expect(
      clerk.call(inspectApi.saveInspection, {
        params: { ...params, nominationId: other.id },
        body: { team, visitedOn: null, articles: {} },
      }),
    ).rejects.toMatchObject({ status: 403 })
    expect((await organiser.call(inspectApi.listInspections, { params })).candidates).toHaveLength(2)
  })

  it('lets by whom it is not about', async () => {
    const { pool } = await organiser.call(campaignsApi.getStage, { params })
    expect(pool.find(({ nominationId }) => nominationId === fine.id)).toMatchObject({
      outcome: 'pass',
      reason: '本环节不涉及',
    })
  })

  it('waits for the unit among what is to be done', async () => {
    const { tasks } = await clerk.call(campaignsApi.myWork, {})
    expect(tasks.filter(({ key }) => key.startsWith('inspect'))).toEqual([
      {
        key: `inspect-${campaign.campaignId}-inspect`,
        title: '报送“十佳百优”考察材料',
        detail: '本单位有1个候选对象待考察',
        dueOn: '2017-04-30',
        link: `/selection/campaigns/${campaign.campaignId}/inspections/inspect`,
        urgent: false,
      },
    ])
  })
})

describe('files of an inspection', () => {
  const upload = (key: string, unitId: number) =>
    sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
      values (${key}, repeat('7', 64), '现场.pdf', 'application/pdf', 10, ${unitId}, 'x')`.execute(db)
  const asOrganiser = (fileKeys: string[]) =>
    organiser.call(inspectApi.saveInspection, {
      params: one,
      body: { team, branch: '某村党支部', visitedOn: '2017-04-26', articles: {}, fileKeys },
    })
  const filesNow = async () =>
    (await clerk.call(inspectApi.listInspections, { params })).candidates[0]!.files.map(({ key }) => key)

  it('of the unit stay when the organiser saves it again, with a file of its own', async () => {
    await upload('on-site', clerk.ids.unitId)
    await upload('by-organiser', organiser.ids.unitId)
    await save({ fileKeys: ['on-site'] })
    await asOrganiser(['on-site', 'by-organiser'])
    expect(await filesNow()).toEqual(['on-site', 'by-organiser'])
    await clerk.call(inspectApi.saveReport, { params: unit, body: { report: articleOf(0), fileKeys: ['on-site'] } })
    await organiser.call(inspectApi.saveReport, { params: unit, body: { report: articleOf(0), fileKeys: ['on-site'] } })
  })

  it('that the inspection does not hold are refused', async () => {
    await upload('elsewhere', clerk.ids.unitId)
    await expect(asOrganiser(['elsewhere'])).rejects.toMatchObject({ status: 422, code: 'file.unknown' })
    await asOrganiser([])
    await expect(asOrganiser(['on-site'])).rejects.toMatchObject({ code: 'file.unknown' })
    await sql`delete from selection.inspection`.execute(db)
    await sql`delete from selection.inspection_report`.execute(db)
  })
})

describe('handing in the inspection', () => {
  it('names everything that is missing', async () => {
    expect(await ruleIds()).toEqual(['R003-21a', 'R003-21c', 'R003-33b', 'R003-33c'])
  })

  it('asks why a member of the candidate’s own branch took part, and lets it stand with a reason', async () => {
    await save({ team: [...team, { name: '孙三', branch: '某村党支部' }], articles: { inspection: articleOf(500) } })
    expect(await ruleIds()).toEqual(['R003-21b', 'R003-21c', 'R003-33a'])
    await clerk.call(inspectApi.giveReason, { params: one, body: { rule: 'R003-21b', text: '候选对象任职时间较短' } })
    expect(await ruleIds()).toEqual(['R003-21c', 'R003-33a'])
  })

  it('takes team, visit, material and the unit’s report, and then nothing more', async () => {
    await save()
    await clerk.call(inspectApi.saveReport, { params: unit, body: { report: articleOf(600) } })
    await handIn()
    const { units } = await organiser.call(inspectApi.listInspections, { params })
    expect(units.map(({ handedInBy }) => handedInBy)).toEqual([`${own.unitName}经办`, null])
    for (const late of [save, handIn]) await expect(late()).rejects.toMatchObject({ code: 'inspection.handed-in' })
  })

  it('is sent back by the organiser alone, with what is to be changed, and can be handed in again', async () => {
    const sendBack = (who: typeof clerk) =>
      who.call(inspectApi.returnInspection, { params: unit, body: { comment: '补充走访记录' } })
    await expect(sendBack(clerk)).rejects.toMatchObject({ status: 403 })
    await sendBack(organiser)
    await expect(sendBack(organiser)).rejects.toMatchObject({ code: 'inspection.not-handed-in' })
    const { units } = await clerk.call(inspectApi.listInspections, { params })
    expect(units.map(({ handedInAt, permissions }) => [handedInAt, permissions.write])).toEqual([[null, true]])
    expect((await history(db, 'submission', own.submissionId))[0]).toMatchObject({
      action: 'selection.inspect.return',
      detail: { comment: '补充走访记录' },
    })
    const { rows } = await sql<{ subject: string; body: string }>`select subject, body from notifications.message
      where post_id = ${clerk.ids.postId} and channel = 'in-app' order by id desc limit 1`.execute(db)
    expect(rows).toEqual([{ subject: '考察材料被退回修改：“十佳百优”', body: '补充走访记录' }])
    await save()
    await handIn()
  })

  it('is refused after the day the plan names', async () => {
    await setToday(db, '2017-05-02')
    const second = await campaign.clerkOf(other.unitName)
    const refusal = await second.clerk
      .call(inspectApi.handIn, { params: { ...params, submissionId: other.submissionId } })
      .catch(error => error)
    expect(refusal.findings.map(({ message }: { message: string }) => message)).toContain(
      '候选对象考察材料应于4月30日前报送。',
    )
  })
})
