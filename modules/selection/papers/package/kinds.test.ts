import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheet } from '#kernel/documents/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { commendApi, papersApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { download, useSampleStore, wordsOf } from '../testing.ts'
import { runPackage } from './run.ts'

const { db } = await testDatabase()
await useSampleStore()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2022-01-20' })
const cast = await bringTo(db, campaign, 'commend', { units: 2, perCategory: { member: 1 } })
const { organiser, organiserId, campaignId } = campaign
const issuer = await campaign.server.signedIn({ unitId: organiserId, roles: ['issuer'] })
const params = { id: campaignId }
await sql`insert into selection.decision (stage_run_id, round, form, held_on, body, attendees, resolution)
  select id, 1, 'meeting', '2022-01-06', '领导小组会议', '全体成员', '同意' from selection.stage_run
  where campaign_id = ${campaignId} and kind = 'decide'`.execute(db)

const made = async (kind: 'press' | 'overprint' | 'archive', offset?: { x: number; y: number }) => {
  const body = { kind, ...(offset && { offset }) }
  const { id } = await organiser.call(papersApi.askCampaignPackage, { params, body })
  await runPackage(db, id)
  const { packages } = await organiser.call(papersApi.listCampaignPackages, { params })
  const { bytes } = await download(campaign, organiser, `/api/selection/packages/${id}/file`)
  return { files: unzipSync(bytes), remarks: packages.find(one => one.id === id)!.remarks }
}

describe('套打', () => {
  it('is one file a category for the pile of stamped sheets, and a test sheet; an offset moves it', async () => {
    const { files } = await made('overprint')
    const [file, test] = ['党员服务标兵-套打（2份，按名单次序）.pdf', '党员服务标兵-试印页.pdf']
    expect(Object.keys(files).sort()).toEqual([file, test].sort())
    const moved = (await made('overprint', { x: 3, y: -2 })).files[file!]!
    expect(Buffer.from(moved).equals(Buffer.from(files[file!]!))).toBe(false)
    expect(Buffer.from((await made('overprint')).files[file!]!).equals(Buffer.from(files[file!]!))).toBe(true)
  }, 60_000)
})

describe('the press package', () => {
  it('is empty of names before the list is in public', async () => {
    const { files, remarks } = await made('press')
    expect(Object.keys(files)).toEqual([])
    expect(remarks).toEqual(['名单还没有签发公布，没有可以对外提供的材料。'])
  })
})

describe('the archive', () => {
  it('has a folder a matter, pieces numbered through all of them, and the index as Word and Excel', async () => {
    await organiser.call(commendApi.registerHonours, {
      params: { id: campaignId, stage: 'commend' },
      body: { grantedOn: '2022-01-20' },
    })
    const { id } = await organiser.call(papersApi.draftLetter, { params, body: { kind: 'decision' } })
    const body = { organ: '洛学办发', issuedOn: '2022-01-20' }
    await issuer.call(papersApi.issueLetter, { params: { id }, body })
    for (const one of cast) await download(campaign, organiser, `/api/selection/nominations/${one.id}/papers/form/docx`)
    const { files } = await made('archive')
    const names = Object.keys(files).sort()
    expect(names.filter(name => name.startsWith('001-公文/001-洛学办发〔2022〕1号'))).toHaveLength(1)
    const rows = (await readSheet(Buffer.from(files['卷内目录.xlsx']!))) as unknown[][]
    const pieces = rows.slice(1).map(row => row[0])
    expect(pieces).toEqual(['001', '002', '003', '004', '005', '006', '007'].slice(0, pieces.length))
    expect(pieces.length).toBe(names.length - 2)
    expect(rows.slice(2).every(row => row[4] === '30年')).toBe(true)
    expect(wordsOf(files['卷内目录.docx']!)).toContain(cast[0]!.name)
    const log = await readSheet(Buffer.from(files[names.find(name => name.endsWith('操作记录.xlsx'))!]!))
    expect(JSON.stringify(log)).toContain('selection.nomination.paper')
  }, 60_000)
})
