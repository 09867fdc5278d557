import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { commendApi, papersApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { runPackage } from '../package/run.ts'
import { download, useSampleStore, wordsOf } from '../testing.ts'
import { checkCertificate } from './certificate.ts'

const { db } = await testDatabase()
await useSampleStore()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2022-01-20' })
const cast = await bringTo(db, campaign, 'commend', { units: 2, perCategory: { member: 1, team: 1 } })
const { organiser, organiserId, campaignId } = campaign
const issuer = await campaign.server.signedIn({ unitId: organiserId, roles: ['issuer'] })
const stage = { id: campaignId, stage: 'commend' }
await organiser.call(commendApi.registerHonours, { params: stage, body: { grantedOn: '2022-01-20' } })
const { honours } = await organiser.call(commendApi.getCommendation, { params: stage })
const [honour] = honours
const file = (who: { cookie: string }, format = 'docx', id = honour!.id) =>
  download(campaign, who, `/api/selection/honours/${id}/certificate/${format}`)
const codeNow = async () =>
  (await sql<{ code: string }>`select code from papers.certificate where honour_id = ${honour!.id}`.execute(db))
    .rows[0]!.code

describe('a certificate', () => {
  it('names the honoured, the honour and its number, and keeps its code when it is made again', async () => {
    const made = await file(organiser)
    expect(made.name).toBe(`证书-${honour!.number}-${honour!.name}.docx`)
    expect(wordsOf(made.bytes)).toContain(honour!.name)
    const code = await codeNow()
    await file(organiser)
    expect(await codeNow()).toBe(code)
    const { clerk } = await campaign.clerkOf(cast[0]!.unitName)
    expect((await file(clerk)).status).toBe(403)
  })

  it('is checked by its code: no name before the list is in public, and at once when it is revoked', async () => {
    const code = await codeNow()
    const found = await checkCertificate(db, ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `)
    expect(found).toMatchObject({ state: 'valid', number: honour!.number, name: null })
    expect(JSON.stringify(found)).not.toContain(honour!.name)
    const state = (word: 'revoked' | 'superseded' | 'valid') =>
      issuer.call(commendApi.setHonourState, { params: { id: honour!.id }, body: { state: word, reason: '复核' } })
    await state('superseded')
    expect((await checkCertificate(db, code))!.state).toBe('superseded')
    await state('revoked')
    expect((await checkCertificate(db, code))!.state).toBe('revoked')
    expect((await file(organiser)).status).toBe(409)
    await state('valid')
    expect(await checkCertificate(db, 'ZZZZZZZZZZZZ')).toBeUndefined()
  })
})

describe('all certificates in one go', () => {
  it('come one by one and bound for the printer', async () => {
    const params = { id: campaignId }
    const { id } = await organiser.call(papersApi.askCampaignPackage, { params, body: { kind: 'certificates' } })
    await runPackage(db, id)
    const got = await download(campaign, organiser, `/api/selection/packages/${id}/file`)
    const files = unzipSync(got.bytes)
    const names = Object.keys(files)
    expect(names.filter(name => name.startsWith('逐个/'))).toHaveLength(4)
    expect(names).toContain('合订/证书（第1—4个）.pdf')
    for (const bytes of Object.values(files)) expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
  }, 30_000)
})
