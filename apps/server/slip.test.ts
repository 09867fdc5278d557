import { describe, expect, it } from 'vitest'
import { type Actor, issueSlip } from '#kernel/access/index.ts'
import { testCampaign } from '#modules/selection/testing.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { buildApp } from './app.ts'

const { db } = await testDatabase()
const { campaignId, organiser } = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-24' })
const { app } = buildApp(db, { demo: false, trustProxy: 0 })

/** An expert of the review stage, and a slip for the seat. */
const seated = () =>
  inTransaction(db, async tx => {
    const { rows } = await sql<{ id: number }>`
      insert into selection.expert (stage_run_id, name, unit_name, phone)
      select id, '周评审', '示例大学', '13812345678' from selection.stage_run
      where campaign_id = ${campaignId} and kind = 'review' returning id`.execute(tx)
    const expertId = rows[0]!.id
    const actor: Actor = {
      kind: 'account',
      id: `account:${organiser.ids.accountId}`,
      name: '组织经办',
      accountId: organiser.ids.accountId,
      postId: organiser.ids.postId,
      postTitle: '',
      unitId: organiser.ids.unitId,
      unitName: '市委办公室',
      unitPath: '/',
      roles: [],
    }
    const expiresAt = Temporal.Now.instant().add({ hours: 48 }).toString()
    const whom = { holder: '周评审', unitName: '示例大学', phone: '13812345678', expiresAt }
    return { expertId, ...(await issueSlip(tx, actor, { purpose: 'review', subjectId: expertId, ...whom })) }
  })

const code = async () => {
  const { rows } = await sql<{ body: string }>`
    select body from notifications.message where channel = 'sms' and address = '13812345678' order by id desc limit 1`.execute(
    db,
  )
  return /验证码(\d{6})/.exec(rows[0]!.body)![1]!
}

describe('a slip in the whole application', () => {
  it('sends its code through the outbox and opens its one task, and nothing else', async () => {
    const { token, expertId } = await seated()
    expect(await (await app.request(`/slip/${token}`)).text()).toContain('评审——“')
    const sent = await (await app.request(`/slip/${token}/code`, { method: 'POST' })).text()
    expect(sent).not.toContain(await code())
    const opened = await app.request(`/slip/${token}/open`, {
      method: 'POST',
      body: new URLSearchParams({ code: await code() }),
    })
    expect(opened.headers.get('location')).toEqual(`/desk/selection/review-seats/${expertId}`)
    const headers = { cookie: opened.headers.get('set-cookie')!.split(';')[0]! }
    const session = await (await app.request('/api/access/session', { headers })).json()
    expect(session).toMatchObject({ task: { path: `/selection/review-seats/${expertId}` }, posts: [] })
    for (const path of [
      `/api/selection/campaigns/${campaignId}`,
      '/api/notifications/messages',
      '/api/notifications/outbox',
    ])
      expect([path, (await app.request(path, { headers })).status]).toEqual([path, 403])
  })

  it('that nobody issued says so on a page of the site', async () => {
    const response = await app.request('/slip/nonsense')
    expect([response.status, (await response.text()).includes('这个链接已失效')]).toEqual([404, true])
  })
})
