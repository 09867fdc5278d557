import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { recommendApi, type SubmissionReport, submissionReport, submissionsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-24' })
const { rows: units } = await sql<{ name: string }>`
  select u.name from selection.submission s join units.unit u on u.id = s.unit_id order by s.unit_order, s.id`.execute(
  db,
)
const unitAt = async (index: number) => {
  const { clerk, submissionId } = await campaign.clerkOf(units[index]!.name)
  const params = { id: submissionId }
  const read = () => clerk.call(submissionsApi.getSubmission, { params })
  const save = (revision: number, report: Partial<SubmissionReport>) =>
    clerk.call(submissionsApi.saveReport, { params, body: { revision, report: submissionReport.parse(report) } })
  return { clerk, params, read, save }
}
const material = 'publicity-proof'

describe('a unit’s report', () => {
  it('does not lose what was brought elsewhere while the page was open', async () => {
    const { clerk, params, read, save } = await unitAt(0)
    const promised = { materials: { [material]: { promisedBy: '2021-12-28' } } }
    const { revision } = await save((await read()).reportRevision, promised)
    await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
      values ('proof', repeat('3', 64), '证明.pdf', 'application/pdf', 9, ${clerk.ids.unitId}, 'x')`.execute(db)
    await clerk.call(recommendApi.keepPromise, {
      params,
      body: { nominationId: null, path: `report.${material}`, fileKey: 'proof' },
    })
    const stale = { ...promised, signedBy: '张三' }
    const brought = { [material]: { fileId: 'proof', name: '证明.pdf' } }
    const refusal = await save(revision, stale).catch(error => error)
    expect(refusal).toMatchObject({
      status: 409,
      code: 'version.conflict',
      current: { revision: revision + 1, report: { materials: brought } },
    })
    const merged = { ...stale, materials: brought }
    expect(await save(refusal.current.revision, merged)).toEqual({ ok: true, revision: revision + 2 })
    const { report, reportRevision } = await read()
    expect([report, reportRevision]).toEqual([submissionReport.parse(merged), revision + 2])
  })

  it('keeps what was confirmed from being typed in', async () => {
    const { read, save } = await unitAt(1)
    await save((await read()).reportRevision, { reasons: [{ rule: 'R', text: '理由', confirmedBy: '自称负责人' }] })
    expect((await read()).report.reasons).toEqual([{ rule: 'R', text: '理由' }])
  })
})
