import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cellText, readSheet } from '#kernel/documents/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { inspectApi, papersApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { download, useSampleStore, wordsOf } from '../testing.ts'
import { runPackage } from './run.ts'

const { db } = await testDatabase()
await useSampleStore()
const campaign = await testCampaign(db, { plan: 'jiaozuo-2017', today: '2017-04-27' })
const cast = await bringTo(db, campaign, 'inspect', { units: 2, perCategory: { 'top-member': 1 } })
const [own, other] = cast as [(typeof cast)[0], (typeof cast)[0]]
const { clerk } = await campaign.clerkOf(own.unitName)
const { organiser } = campaign
const text = { level: 0 as const, text: '实地走访入党积极分子和群众三十人。' }
await clerk.call(inspectApi.saveInspection, {
  params: { id: campaign.campaignId, stage: 'inspect', nominationId: own.id },
  body: {
    ...{ team: [{ name: '赵一' }, { name: '钱二' }], branch: '某村党支部', visitedOn: '2017-04-26' },
    articles: { inspection: { title: '', subtitle: '', paragraphs: [text] } },
  },
})

const unitPackage = async (who: typeof clerk, submissionId = own.submissionId) => {
  const asked = { params: { id: submissionId }, body: { format: 'docx' as const } }
  const { id } = await who.call(papersApi.askUnitPackage, asked)
  await runPackage(db, id)
  return unzipSync((await download(campaign, who, `/api/selection/packages/${id}/file`)).bytes)
}
const inspections = (files: Record<string, Uint8Array>) => Object.keys(files).filter(name => name.includes('考察材料'))
const fileName = `候选对象考察材料-${own.unitName}-${own.name}.docx`

describe('a unit’s package while candidates are inspected', () => {
  it('holds the inspection of each candidate as a file of its own, in the index too', async () => {
    const files = await unitPackage(clerk)
    expect(inspections(files)).toEqual([fileName])
    const words = wordsOf(files[fileName]!)
    expect(words).toContain(`关于${own.name}的考察材料`)
    expect(words).toContain(text.text)
    const rows = await readSheet(Buffer.from(files['目录.xlsx']!))
    expect(rows.map(row => cellText(row[4]))).toContain(fileName)
  })

  it('shows the organiser no inspection before it is handed in, and a unit none of another', async () => {
    expect(inspections(await unitPackage(organiser))).toEqual([])
    const { clerk: sibling } = await campaign.clerkOf(other.unitName)
    expect(inspections(await unitPackage(sibling, other.submissionId))).toEqual([])
    await sql`insert into selection.inspection_report (stage_run_id, submission_id, handed_in_at)
      select i.stage_run_id, ${own.submissionId}, now() from selection.inspection i
      on conflict (stage_run_id, submission_id) do update set handed_in_at = now()`.execute(db)
    expect(inspections(await unitPackage(organiser))).toEqual([fileName])
  })
})
