import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cellText, readSheet } from '#kernel/documents/index.ts'
import { fileStore } from '#kernel/files/index.ts'
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
const inspections = (files: Record<string, Uint8Array>) => Object.keys(files).filter(name => name.includes('考察'))
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

  it('holds the report of the whole unit, once it is written, signed as the plan names the unit', async () => {
    const report = { title: '', subtitle: '', paragraphs: [text, { level: 1 as const, text: '一、考察工作情况' }] }
    await sql`update selection.inspection_report set handed_in_at = null`.execute(db)
    await clerk.call(inspectApi.saveReport, {
      params: { id: campaign.campaignId, stage: 'inspect', submissionId: own.submissionId },
      body: { report, fileKeys: [] },
    })
    const files = await unitPackage(clerk)
    const reportName = `候选对象考察情况报告-${own.unitName}.docx`
    expect(inspections(files).sort()).toEqual([reportName, fileName].sort())
    const words = wordsOf(files[reportName]!)
    expect(words).toMatch(/关于.+的候选对象考察情况报告/u)
    for (const said of [text.text, '一、考察工作情况', '区委员会（盖章）', '年　　月　　日'])
      expect(words).toContain(said)
    const rows = await readSheet(Buffer.from(files['目录.xlsx']!))
    expect(rows.map(row => [1, 2, 3, 4].map(n => cellText(row[n])))).toContainEqual([own.unitName, '', '', reportName])
    expect(inspections(await unitPackage(organiser))).toEqual([])
    await sql`update selection.inspection_report set handed_in_at = '2017-04-28 02:00Z'`.execute(db)
    const handedIn = await unitPackage(organiser)
    expect(wordsOf(handedIn[reportName]!)).toContain('2017年4月28日')
  })

  it('holds the pages that were handed in as scans beside what was written', async () => {
    await sql`insert into files.file (key, sha256, name, mime, bytes, uploaded_by, kept_for)
      values ('page', repeat('0', 64), '扫描.PDF', 'application/pdf', 1, 'test', 'inspection')`.execute(db)
    const page = join(fileStore().incoming, 'page')
    await writeFile(page, '%PDF-1.7')
    await fileStore().put('0'.repeat(64), page)
    await sql`update selection.inspection_report set file_ids = array(select id from files.file where key = 'page')`.execute(
      db,
    )
    const files = await unitPackage(organiser)
    expect(Object.keys(files)).toContain(`候选对象考察情况报告-${own.unitName}（盖章扫描件）.pdf`)
  })

  it('goes into the archive: a matter for the unit’s lists and reports, the inspection in the candidate’s own', async () => {
    const params = { id: campaign.campaignId }
    const { id } = await organiser.call(papersApi.askCampaignPackage, {
      params,
      body: { kind: 'archive', format: 'pdf' },
    })
    await runPackage(db, id)
    const files = unzipSync((await download(campaign, organiser, `/api/selection/packages/${id}/file`)).bytes)
    const names = Object.keys(files).map(name => name.replace(/\d{3}-/gu, ''))
    for (const piece of [
      `${own.unitName}报送材料/推荐情况报告-${own.unitName}.pdf`,
      `${own.unitName}报送材料/候选对象考察情况报告-${own.unitName}.pdf`,
      `十佳共产党员 ${own.name}（${own.unitName}）/候选对象考察材料-${own.unitName}-${own.name}.pdf`,
      `十佳共产党员 ${own.name}（${own.unitName}）/事迹材料+${own.name}.pdf`,
    ])
      expect(names).toContain(piece)
    expect(names.filter(name => name.includes('考察') && name.includes(other.unitName))).toEqual([])
  }, 60_000)

  it('holds what the plan wants as files of their own: texts, the photograph, the unit’s lists and its report', async () => {
    await sql`update selection.inspection_report set file_ids = '{}'`.execute(db)
    await sql`update selection.nomination set articles = articles || jsonb_build_object('brief',
      ${JSON.stringify({ title: '', subtitle: '', paragraphs: [text] })}::jsonb) where id = ${own.id}`.execute(db)
    const names = Object.keys(await unitPackage(clerk)).sort()
    expect(names).toEqual(
      [
        ...['目录.xlsx', fileName, `候选对象考察情况报告-${own.unitName}.docx`],
        ...[
          `十佳共产党员+${own.unitName}+${own.name}.docx`,
          `事迹材料+${own.name}.docx`,
          `简要事迹+${own.name}.docx`,
          `${own.name}.jpg`,
        ],
        ...['推荐情况报告', '推荐十佳基层党组织排序表', '推荐十佳共产党员、优秀共产党员排序表'].map(
          name => `${name}-${own.unitName}.docx`,
        ),
      ].sort(),
    )
  })
})
