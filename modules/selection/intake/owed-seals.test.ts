import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { cellText, readSheet } from '#kernel/documents/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../plan/shelf.ts'
import { intakeApi } from '../shared/index.ts'
import { fillSubmission, testCampaign } from '../testing.ts'

const { db } = await testDatabase()
const plan = await shippedPlan('luoyang-2021')
const today = '2021-12-27'
const campaign = await testCampaign(db, { plan: plan.id, today })
const unit = plan.units[0]!
const { clerk, submissionId } = await campaign.clerkOf(unit.name)
const sample = { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.fullName }
const [whole, changed, promised, bare, out, draft] = (await fillSubmission(clerk, submissionId, {
  ...{ plan, unit: sample, today },
  categories: ['member', 'member', 'member', 'team', 'team', 'team'],
})) as [number, number, number, number, number, number]
const params = { id: campaign.campaignId }
const list = async () => (await campaign.organiser.call(intakeApi.listOwedSeals, { params })).sheets

const stamped = sql`'"kind": "scan", "fileId": "sample", "name": "盖章页.jpg", "page": 1'`
const promise = sql`'"by": "[^"]*", "kind": "promised"'`
await sql`update selection.nomination set answers = regexp_replace(answers::text, ${promise}, ${stamped}, 'g')::jsonb,
  particulars = regexp_replace(particulars::text, ${promise}, ${stamped}, 'g')::jsonb`.execute(db)
await sql`update selection.nomination set state = 'submitted' where id <> ${draft}`.execute(db)
await sql`insert into papers.sheet (code, nomination_id, hash, version, scan_ids)
  values ('ABCDE12345', ${changed}, 'older', 1, '{1}')`.execute(db)
await sql`update selection.nomination set answers = jsonb_set(answers, '{unitOpinion,evidence}',
  '{"kind": "promised", "by": "2021-12-29"}') where id = ${promised}`.execute(db)
await sql`update selection.nomination set answers = answers - 'materialSeal'
  where id in (${bare}, ${out}, ${draft})`.execute(db)
await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome)
  select id, ${out}, 'team', 'out' from selection.stage_run where campaign_id = ${params.id} limit 1`.execute(db)

describe('the seals that a campaign still waits for', () => {
  it('are listed sheet by sheet: what is promised, what is missing, what was changed after stamping', async () => {
    expect((await list()).map(({ nominationId, reseal, owed }) => [nominationId, reseal, owed])).toEqual([
      [changed, true, []],
      [promised, false, [{ label: '工作单位意见', promisedBy: '2021-12-29' }]],
      [bare, false, [{ label: '典型材料盖章', promisedBy: null }]],
    ])
  })

  it('leave out sheets that are whole, that are out, and drafts, which are their unit’s own', async () => {
    const ids = (await list()).map(({ nominationId }) => nominationId)
    expect([whole, out, draft].filter(id => ids.includes(id))).toEqual([])
  })

  it('go into a workbook, a line for each seal, and that it was taken is on record', async () => {
    const path = `/api/selection/campaigns/${params.id}/owed-seals.xlsx`
    const answer = await campaign.server.app.request(path, { headers: { cookie: campaign.organiser.cookie } })
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()))
    expect(rows.map(row => row.slice(4, 7).map(cell => cellText(cell)))).toEqual([
      ['情形', '盖章栏', '承诺补章日期'],
      ['重新盖章', '内容已改，原盖章页不再对应', ''],
      ['待补章', '工作单位意见', '2021-12-29'],
      ['缺章', '典型材料盖章', ''],
    ])
    const [taken] = await history(db, 'campaign', params.id)
    expect(taken).toMatchObject({ action: 'selection.campaign.export', detail: { list: 'owed-seals' } })
  })

  it('are not shown to a unit, which sees its own', async () => {
    await expect(clerk.call(intakeApi.listOwedSeals, { params })).rejects.toMatchObject({ status: 403 })
  })
})
