import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { history } from '#kernel/audit/index.ts'
import { fileRoutes, localStore, useFileStore } from '#kernel/files/index.ts'
import { runSweeps } from '#kernel/jobs/index.ts'
import { sql } from '#platform/db/index.ts'
import type { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, nominationsApi, selfApi } from '../shared/index.ts'
import { exampleText } from '../shared/plan/testing/example.ts'
import { setToday, testCampaign } from '../testing.ts'
import { filledForm, receiptIn, testSite } from './testing.tsx'

/** The example binds no rules; this one holds every unit to its quota. */
const quotaRule = `
rules:
  - id: R900-01
    rule: quotaPerUnitClass
    severity: block
    clause: 通知第三条
    at: [edit, submit]
    message: 本单位“{类别}”推荐名额为{上限}个，现已填报{n}个，请删减后再报。
`
const { db } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'shishi-self-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))
const today = '2026-03-10'
const campaign = await testCampaign(db, { sources: { 'plan.yaml': exampleText + quotaRule }, today })
const files = testApi(db, fileRoutes)
const { clerk, submissionId } = await campaign.clerkOf('东区')

let address = 'one'
const app = testSite(db, () => address)

const path = '/self-recommendations/model-citizens-2026'
const page = async (to: string, body?: FormData) => {
  const response = await app.request(to, body && { method: 'POST', body })
  return { status: response.status, html: await response.text() }
}
const filled = (over: Record<string, string | Blob> = {}) => filledForm({ submissionId: String(submissionId), ...over })
const send = async (over?: Parameters<typeof filled>[0]) => {
  const { html } = await page(path, filled(over))
  const receipt = receiptIn(html)!
  const { rows } = await sql<{ id: number }>`
    select id from selection.self_recommendation where receipt = ${receipt}`.execute(db)
  return { receipt, id: rows[0]!.id }
}
const stateOf = async (receipt: string) => {
  const data = new FormData()
  data.append('receipt', receipt.toLowerCase().replaceAll('-', ' '))
  return (await page('/self-recommendations', data)).html
}
const listed = (who: TestClient, id = submissionId) => who.call(selfApi.listOfUnit, { params: { id }, query: {} })

describe('the public form', () => {
  it('asks in three steps without script, and carries what was typed along', async () => {
    const first = await page(path)
    expect([first.status, first.html.includes('<script')]).toEqual([200, false])
    for (const words of ['推荐别人', '东区', '姓名', '2026年3月20日截止']) expect(first.html).toContain(words)
    expect(first.html).not.toContain('市总工会')
    const second = await page(path, filled({ step: '0', go: 'next' }))
    expect(second.html).toContain('name="answers.name" value="郑爽爽"')
    expect(second.html).toContain('推荐理由')
    const back = await page(path, filled({ step: '1', go: 'back', reason: '半句话' }))
    expect([back.html.includes('value="半句话"'), back.html.includes('error-summary')]).toEqual([true, false])
  })

  it('says at the field what is wrong and keeps what was typed', async () => {
    const { status, html } = await page(path, filled({ reason: '好'.repeat(301), phone: '12' }))
    expect(status).toBe(422)
    expect(html).toContain('推荐理由现有301字，最多300字')
    expect(html).toContain('好'.repeat(301))
    const whom = await page(path, filled({ submissionId: '999999', 'answers.name': ' ' }))
    for (const words of ['请选择被推荐人所在的地方', '请填写“姓名”', '照顾邻居老人十二年'])
      expect(whom.html).toContain(words)
    expect((await page(path, filled({ phone: '12' }))).html).toContain('请填写手机号码')
    expect((await page(path, filled({ senderName: '' }))).html).toContain('请填写您的姓名')
  })

  it('escapes what was typed', async () => {
    const { html } = await page(path, filled({ 'answers.name': '<script>x</script>', phone: '' }))
    expect(html).not.toContain('<script>x')
  })

  it('takes one recommendation however often the button is pressed', async () => {
    const token = crypto.randomUUID()
    const sent = [await page(path, filled({ token })), await page(path, filled({ token }))]
    expect(receiptIn(sent[0]!.html)).toEqual(receiptIn(sent[1]!.html))
  })

  it('takes so many from one place and no more', async () => {
    address = 'flood'
    for (let n = 0; n < 80; n += 1) await page(path, filled({ step: '0', go: 'next' }))
    const { status, html } = await page(path, filled())
    expect([status, html.includes('钱多多'), receiptIn(html)]).toEqual([429, true, undefined])
    address = 'one'
  })

  it('is closed after its day, and where nobody asked for it', async () => {
    await setToday(db, '2026-03-21')
    const { status, html } = await page(path, filled())
    await setToday(db, today)
    expect([status, receiptIn(html)]).toEqual([409, undefined])
    expect((await page('/self-recommendations/nowhere')).status).toBe(404)
  })
})

describe('the receipt', () => {
  it('shows where it stands and nobody’s name', async () => {
    const { receipt, id } = await send()
    expect(await stateOf(receipt)).toContain('已转东区')
    await clerk.call(selfApi.decline, { params: { id }, body: { reason: '不在推荐范围。' } })
    const html = await stateOf(receipt)
    for (const words of ['未采纳', '不在推荐范围。']) expect(html).toContain(words)
    for (const secret of ['郑爽爽', '钱多多', '13912345678', '邻里都说她好']) expect(html).not.toContain(secret)
    expect(await stateOf('0000-0000-0000')).toContain('没有这个回执号')
  })
})

describe('the clerk of the receiving unit', () => {
  it('alone sees names and words', async () => {
    const { id } = await send({ 'answers.name': '孙秘密' })
    expect(JSON.stringify((await listed(clerk)).rows)).toContain('孙秘密')
    const { tasks } = await clerk.call(campaignsApi.myWork, {})
    expect(tasks.map(({ link }) => link)).toContain(`/selection/submissions/${submissionId}/self-recommendations`)
    const unitId = clerk.ids.unitId
    const principal = await campaign.server.signedIn({ unitId, roles: ['principal'] })
    const { clerk: sibling } = await campaign.clerkOf('西区')
    for (const stranger of [principal, sibling, campaign.organiser]) {
      await expect(listed(stranger)).rejects.toMatchObject({ status: 403 })
      const refused = await stranger.call(selfApi.adopt, { params: { id } }).catch((error: Problem) => error)
      expect(refused).toMatchObject({ status: 403 })
      expect(JSON.stringify(refused)).not.toContain('孙秘密')
    }
    const all = await campaign.organiser.call(selfApi.listOfOrganiser, {
      params: { id: campaign.campaignId },
      query: {},
    })
    expect(all.rows).toEqual([])
    const kept = await history(db, 'self-recommendation', id)
    expect(JSON.stringify(kept)).not.toContain('孙秘密')
    const { rows: told } = await sql<{ body: string; subject: string }>`
      select subject, body from notifications.message`.execute(db)
    expect(JSON.stringify(told)).not.toContain('孙秘密')
  })

  it('reads the evidence, and nobody else does', async () => {
    const photo = await sharp({ create: { width: 60, height: 60, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const token = crypto.randomUUID()
    const evidence = new File([new Uint8Array(photo)], '现场.jpg', { type: 'image/jpeg' })
    const kept = await page(path, filled({ token, step: '1', go: 'next', evidence }))
    const sent = /name="sent" value="([^"]+)"/.exec(kept.html)![1]!
    const { id } = await send({ token, sent })
    const { files: shown } = (await listed(clerk)).rows.find(row => row.id === id)!
    expect(shown.map(({ name }) => name)).toEqual(['现场.jpg'])
    const status = async ({ cookie }: { cookie: string }) =>
      (await files.app.request(`/api/files/${shown[0]!.key}`, { headers: { cookie } })).status
    const { clerk: sibling } = await campaign.clerkOf('西区')
    expect([await status(clerk), await status(sibling), await status(campaign.organiser)]).toEqual([200, 403, 403])
  })

  it('puts up whom it adopts, filled in, once', async () => {
    const { id, receipt } = await send({ 'answers.name': '李　雷' })
    const { nominationId } = await clerk.call(selfApi.adopt, { params: { id } })
    const stored = await clerk.call(nominationsApi.getNomination, { params: { id: nominationId } })
    expect(stored).toMatchObject({
      origin: 'self',
      category: 'citizen',
      answers: { unit: '东区幸福里3号楼', deeds: '照顾邻居老人十二年。' },
    })
    expect(await stateOf(receipt)).toContain('已列为推荐对象')
    await expect(clerk.call(selfApi.adopt, { params: { id } })).rejects.toMatchObject({ code: 'self.decided' })
  })

  it('cannot adopt beyond the unit’s quota', async () => {
    const { clerk: south, submissionId: southId } = await campaign.clerkOf('南区')
    const adoptOne = async () => {
      const { id } = await send({ submissionId: String(southId) })
      await south.call(selfApi.adopt, { params: { id } })
    }
    for (let n = 0; n < 3; n += 1) await adoptOne()
    await expect(adoptOne()).rejects.toMatchObject({ status: 409, code: 'quota.exceeded' })
    expect((await listed(south, southId)).rows[0]).toMatchObject({ state: 'received', nominationId: null })
  })
})

describe('90 days after the campaign has ended', () => {
  it('nothing personal is left, and the nomination stays', async () => {
    const { receipt } = await send({ 'answers.name': '吴留名' })
    const left = async () => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from selection.self_recommendation where campaign_id = ${campaign.campaignId}`.execute(
        db,
      )
      return rows[0]!.n
    }
    await sql`update selection.campaign set state = 'finished', finished_at = app.now() where id = ${campaign.campaignId}`.execute(
      db,
    )
    await setToday(db, '2026-06-07')
    await runSweeps(db)
    expect(await left()).toBeGreaterThan(0)
    await setToday(db, '2026-06-09')
    await runSweeps(db)
    expect(await left()).toBe(0)
    expect(await stateOf(receipt)).toContain('没有这个回执号')
    const { rows } = await sql<{ kept: number; adopted: number }>`
      select (select count(*)::int from files.file where kept_for = 'self-recommendation') as kept,
        (select count(*)::int from selection.nomination where origin = 'self') as adopted`.execute(db)
    expect(rows[0]).toEqual({ kept: 0, adopted: 4 })
  })
})
