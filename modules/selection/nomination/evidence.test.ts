import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TestClient } from '#kernel/access/testing.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { runSweeps } from '#kernel/jobs/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { nominationsApi, submissionReport, submissionsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'

const { db } = await testDatabase()
useFileStore(await localStore(await mkdtemp(join(tmpdir(), 'evidence-'))))
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-24' })
const { rows: units } = await sql<{ name: string }>`
  select u.name from selection.submission s join units.unit u on u.id = s.unit_id order by s.unit_order, s.id`.execute(
  db,
)
const { clerk, submissionId } = await campaign.clerkOf(units[0]!.name)
const { clerk: sibling } = await campaign.clerkOf(units[1]!.name)
const params = { id: submissionId }

/** A file uploaded two days ago: only what was claimed outlives the sweep. */
const upload = async (client: TestClient, key: string) => {
  await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by, created_at)
    values (${key}, repeat('5', 64), '盖章页.pdf', 'application/pdf', 1000, ${client.ids.unitId}, 'x',
      clock_timestamp() - interval '2 days')`.execute(db)
  return key
}

const afterTheSweep = async () => {
  await runSweeps(db)
  return (
    await sql<{ key: string }>`select key from files.file where key <> 'sample' order by key`.execute(db)
  ).rows.map(({ key }) => key)
}

const { id: nominationId } = await clerk.call(nominationsApi.addNomination, { params, body: { category: 'member' } })
const notice = (...fileKeys: string[]) =>
  clerk.call(submissionsApi.addLocalNotice, {
    params,
    body: {
      medium: '县区门户网站',
      mediaLevel: 'county',
      publishedOn: '2021-12-24',
      nominationIds: [nominationId],
      fileKeys,
    },
  })
const report = (fileId: string) =>
  submissionReport.parse({ materials: { opinion: { fileId } }, scan: { fileId: 'report-scan' } })

describe('what a unit hands in as evidence', () => {
  it('outlives the sweep of uploads that nothing names', async () => {
    await upload(clerk, 'named-by-nothing')
    await notice(await upload(clerk, 'notice'))
    await upload(clerk, 'report-scan')
    await clerk.call(submissionsApi.saveReport, {
      params,
      body: { revision: 0, report: report(await upload(clerk, 'report-paper')) },
    })
    expect(await afterTheSweep()).toEqual(['notice', 'report-paper', 'report-scan'])
    const { localNotices } = await clerk.call(submissionsApi.getSubmission, { params })
    expect(localNotices.map(({ fileKeys }) => fileKeys)).toEqual([['notice']])
  })

  it('is its own: another unit’s file is refused, and nothing is saved', async () => {
    const foreign = await upload(sibling, 'foreign')
    await expect(notice(foreign)).rejects.toMatchObject({ status: 422, code: 'file.unknown' })
    await expect(
      clerk.call(submissionsApi.saveReport, { params, body: { revision: 1, report: report(foreign) } }),
    ).rejects.toMatchObject({
      status: 422,
      code: 'file.unknown',
    })
    const { localNotices, report: stored } = await clerk.call(submissionsApi.getSubmission, { params })
    expect([localNotices.length, stored.materials]).toEqual([1, { opinion: { fileId: 'report-paper' } }])
  })
})
