import { describe, expect, it, vi } from 'vitest'
import { testApi, testTree } from '#kernel/access/testing.ts'
import { startJobs } from '#kernel/jobs/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { connectChannel, disconnectChannel } from './channels.ts'
import { notificationRoutes, notify, postsWithRole, secretPlace } from './index.ts'
import { getBell, listMessages, listOutbox, markRead, maskAddress, maskCodes } from './shared/index.ts'

const { db, url } = await testDatabase()
const tree = await testTree(db)
const { signedIn } = testApi(db, notificationRoutes)
const clerk = await signedIn({ unitId: tree.county, roles: ['recommender'] })
const other = await signedIn({ unitId: tree.sibling, roles: ['recommender'] })
const administrator = await signedIn({ unitId: tree.province, roles: ['administrator'] })
await sql`update units.person set phone = '13812345678' from units.post_holder h
  where h.person_id = person.id and h.post_id = ${clerk.ids.postId}`.execute(db)

const secret = 'https://shishi.example/slip/whoever-has-it'
const tell = (subject: string, more = {}) =>
  inTransaction(db, tx => notify(tx, { postIds: [clerk.ids.postId], subject, body: `${subject}，请办理。`, ...more }))
const subjects = async (client = clerk, after?: string) =>
  (await client.call(listMessages, { query: { after } })).rows.map(row => row.subject)

describe('messages of a post', () => {
  it('come unread first, newest first, and only to that post', async () => {
    for (const subject of ['甲', '乙', '丙']) await tell(subject)
    const { rows } = await clerk.call(listMessages, { query: {} })
    await clerk.call(markRead, { body: { ids: [rows[0]!.id] } })
    expect(await subjects()).toEqual(['乙', '甲', '丙'])
    expect(await subjects(other)).toEqual([])
  })

  it('are counted in the bell, and cannot be marked read by another post', async () => {
    const { rows } = await clerk.call(listMessages, { query: {} })
    await other.call(markRead, { body: { ids: rows.map(row => row.id) } })
    const bell = await clerk.call(getBell, {})
    expect([bell.unread, bell.latest.map(message => message.subject)]).toEqual([2, ['乙', '甲']])
    expect(await clerk.call(markRead, { body: {} })).toEqual({ unread: 0 })
  })

  it('are paged without a gap across read and unread', async () => {
    for (let n = 1; n <= 40; n++) await tell(`第${n}条`)
    const first = await clerk.call(listMessages, { query: {} })
    const second = await subjects(clerk, first.next!)
    expect(first.rows.map(row => row.subject).concat(second)).toHaveLength(43)
    expect(new Set([...first.rows.map(row => row.subject), ...second]).size).toBe(43)
  })

  it('are not there when the change was rolled back', async () => {
    const failed = inTransaction(db, async tx => {
      await notify(tx, { postIds: [other.ids.postId], subject: '未成', body: '' })
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    expect(await subjects(other)).toEqual([])
  })
})

describe('the outbox', () => {
  it('keeps what has no provider, with masked addresses, for the administrator above all units only', async () => {
    await tell('催报', { sms: true, mailTo: ['zhao@example.cn'] })
    const { rows, connected } = await administrator.call(listOutbox, { query: {} })
    expect(rows.map(row => [row.channel, row.address, row.state])).toEqual([
      ['mail', 'z***@example.cn', 'queued'],
      ['sms', '138****5678', 'queued'],
    ])
    expect(connected).toEqual([])
    const below = await signedIn({ unitId: tree.city, roles: ['administrator'] })
    await expect(below.call(listOutbox, { query: {} })).rejects.toMatchObject({ status: 403 })
    await expect(clerk.call(listOutbox, { query: {} })).rejects.toMatchObject({ status: 403 })
  })

  it('holds a secret link apart until it is sent', async () => {
    await inTransaction(db, tx =>
      notify(tx, {
        ...{ postIds: [], smsTo: ['13900001234'], mailTo: ['qian@example.cn'], subject: '征求意见' },
        body: `请打开${secretPlace}办理。`,
        secretLink: secret,
      }),
    )
    expect(JSON.stringify(await administrator.call(listOutbox, { query: {} }))).not.toContain('/slip/')
  })

  it('is delivered once by the job, and a failing provider leaves its reason', async () => {
    const sent: string[] = []
    connectChannel('sms', async message => {
      sent.push(`${message.subject}：${message.body}`)
    })
    connectChannel('mail', async () => {
      throw new Error('mailbox is full')
    })
    const jobs = await startJobs(db, url, { pollSeconds: 0.5 })
    await sql`update pgboss.job set retry_limit = 0`.execute(db)
    const states = async () => {
      const { rows } = await administrator.call(listOutbox, { query: {} })
      return rows.map(row => [row.channel, row.state, row.error])
    }
    const settled = [
      ['mail', 'failed', 'mailbox is full'],
      ['sms', 'sent', null],
      ['mail', 'failed', 'mailbox is full'],
      ['sms', 'sent', null],
    ]
    await vi.waitFor(async () => expect(await states()).toEqual(settled), 20_000).finally(jobs.stop)
    disconnectChannel('sms')
    disconnectChannel('mail')
    expect(sent.toSorted()).toEqual(['催报：催报，请办理。', `征求意见：请打开${secret}办理。`])
  })

  it('forgets a secret link once it was sent or given up, and never shows it', async () => {
    const { rows } = await sql<{ body: string; link: string | null }>`
      select body, link from notifications.message where subject = '征求意见' order by id`.execute(db)
    expect(rows).toEqual([
      { body: '请打开（链接）办理。', link: null },
      { body: '请打开（链接）办理。', link: null },
    ])
  })
})

it('finds the posts of a unit by role', async () => {
  const found = await inTransaction(db, tx => postsWithRole(tx, tree.county, 'recommender', 'principal'))
  expect(found).toEqual([clerk.ids.postId])
})

it('masks short numbers and one-letter mail names too', () => {
  expect(['3568173', '13812345678', 'a@b.cn'].map(maskAddress)).toEqual(['35****', '138****5678', 'a***@b.cn'])
})

it('masks a one-time code for the administrators of a real system, and shows it in a demo', async () => {
  await inTransaction(db, tx =>
    notify(tx, { postIds: [], smsTo: ['13900001234'], subject: '验证码', body: '验证码482913，5分钟内有效。' }),
  )
  const { rows } = await administrator.call(listOutbox, { query: {} })
  expect(JSON.stringify(rows)).not.toContain('482913')
  expect(rows[0]).toMatchObject({ address: '139****1234', body: '验证码******，5分钟内有效。' })
  const demo = await testApi(db, api => notificationRoutes(api, { demo: true })).signedIn({
    unitId: tree.province,
    roles: ['administrator'],
  })
  expect((await demo.call(listOutbox, { query: {} })).rows[0]!.body).toEqual('验证码482913，5分钟内有效。')
  expect(maskCodes('2026年共120人，电话13900001234')).toEqual('2026年共120人，电话13900001234')
})
