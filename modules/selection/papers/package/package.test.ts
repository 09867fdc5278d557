import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { readSheet } from '#kernel/documents/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { papersApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { download, useSampleStore, wordsOf } from '../testing.ts'
import { removeExpired, resumeAbandoned } from './job.ts'
import { runPackage } from './run.ts'

const { db } = await testDatabase()
await useSampleStore()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-31' })
const cast = await bringTo(db, campaign, 'review', { units: 2, perCategory: { member: 2 } })
const { clerk, submissionId } = await campaign.clerkOf(cast[0]!.unitName)
const { clerk: sibling } = await campaign.clerkOf(cast[2]!.unitName)
const leader = await campaign.server.signedIn({ unitId: campaign.organiserId, roles: ['leader'] })
// two nominees of one name in one unit and category: their files must not overwrite each other
await sql`update selection.nomination set name = '=张三' where id = any(${[cast[0]!.id, cast[1]!.id]}::bigint[])`.execute(
  db,
)

const of = { params: { id: submissionId } }
const ask = (format: 'docx' = 'docx') => clerk.call(papersApi.askUnitPackage, { ...of, body: { format } })
const fileOf = (who: { cookie: string }, id: number) => download(campaign, who, `/api/selection/packages/${id}/file`)
const stateOf = async (id: number) =>
  (await clerk.call(papersApi.listUnitPackages, of)).packages.find(one => one.id === id)

describe('a unit’s package', () => {
  it('holds one file a nominee, distinct names, and an index whose cells are no formulas', async () => {
    const { id } = await ask()
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', done: 0, available: false })
    expect((await fileOf(clerk, id)).status).toBe(409)
    await runPackage(db, id)
    expect(await stateOf(id)).toMatchObject({ state: 'done', done: 4, total: 4, available: true })
    const files = unzipSync((await fileOf(clerk, id)).bytes)
    const names = Object.keys(files).sort()
    expect(names).toHaveLength(3)
    const [first, second] = names.filter(name => name.endsWith('.docx'))
    expect(second!.replace('（2）', '')).toBe(first)
    expect(wordsOf(files[first!]!)).toContain('典型事迹材料')
    const rows = await readSheet(Buffer.from(files['目录.xlsx']!))
    expect(JSON.stringify(rows)).toContain("'=张三")
  })

  it('is the post’s own that asked for it, and not for who only follows the work', async () => {
    const { id } = await ask()
    await runPackage(db, id)
    const asked = await Promise.all([sibling, leader, campaign.organiser].map(who => fileOf(who, id)))
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403])
    await expect(leader.call(papersApi.askUnitPackage, { ...of, body: { format: 'docx' } })).rejects.toMatchObject({
      status: 403,
    })
    expect((await fileOf(clerk, id)).name).toMatch(/推荐表\.zip$/u)
    const entries = await history(db, 'campaign', campaign.campaignId)
    expect(entries.filter(({ action }) => action === 'selection.package.fetch')[0]!.detail).toEqual({
      package: id,
      kind: 'unit',
    })
  })
})

describe('a package whose process dies', () => {
  it('is taken up where it stopped', async () => {
    await sql`insert into files.file (key, sha256, name, mime, bytes, public, uploaded_by, kept_for)
      values ('lost', repeat('1', 64), 'lost.jpg', 'image/jpeg', 1, true, 'test', 'nomination')`.execute(db)
    const photo = (key: string) =>
      sql`update selection.nomination
      set answers = jsonb_set(answers, '{photo,fileId}', to_jsonb(${key}::text)) where id = ${cast[1]!.id}`.execute(db)
    await photo('lost')
    const { id } = await ask()
    await expect(runPackage(db, id)).rejects.toThrow()
    const kept = await sql<{ key: string; sha256: string }>`
      select key, sha256 from papers.package_part where package_id = ${id} order by key`.execute(db)
    expect(kept.rows.map(({ key }) => key)).toEqual(['index', `nomination-${cast[0]!.id}`])
    await sql`update papers.package set beat_at = clock_timestamp() - interval '5 minutes' where id = ${id}`.execute(db)
    const waiting = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from pgboss.job where name = 'papers.package'
        and data ->> 'id' = ${String(id)}`.execute(db)
      ).rows[0]!.n
    const before = await waiting()
    await resumeAbandoned(db)
    await resumeAbandoned(db)
    expect(await waiting()).toBe(before + 1)
    await photo('sample')
    await runPackage(db, id)
    expect(await stateOf(id)).toMatchObject({ state: 'done', available: true })
  })

  it('is gone after a week, as it holds personal data', async () => {
    const { id } = await ask()
    await runPackage(db, id)
    await sql`update papers.package set finished_at = clock_timestamp() - interval '8 days' where id = ${id}`.execute(
      db,
    )
    await removeExpired(db)
    expect((await stateOf(id))!.available).toBe(false)
    expect((await fileOf(clerk, id)).status).toBe(409)
  })
})

describe('a campaign’s package', () => {
  it('has a folder a unit and is the organiser’s alone', async () => {
    const params = { id: campaign.campaignId }
    const body = { kind: 'campaign', format: 'docx' } as const
    await expect(clerk.call(papersApi.askCampaignPackage, { params, body })).rejects.toMatchObject({ status: 403 })
    const { id } = await campaign.organiser.call(papersApi.askCampaignPackage, { params, body })
    await runPackage(db, id)
    const names = Object.keys(unzipSync((await fileOf(campaign.organiser, id)).bytes))
    expect(names.filter(name => name.startsWith(`${cast[0]!.unitName}/`))).toHaveLength(2)
    expect(names).toHaveLength(5)
  })
})
