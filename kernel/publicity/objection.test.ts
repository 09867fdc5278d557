import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { fileRoutes, localStore, useFileStore } from '#kernel/files/index.ts'
import { notificationRoutes } from '#kernel/notifications/index.ts'
import { listMessages } from '#kernel/notifications/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { listenToPublicity, openObjections } from './index.ts'
import {
  concludeObjection,
  enterObjection,
  getNotice,
  getObjection,
  listChecks,
  listObjections,
  type NewObjection,
  replyToCheck,
  sendPoints,
} from './shared/index.ts'
import { house } from './testing/house.ts'

const { db } = await testDatabase()
const here = await house(db)
const { tree, app, api, issued, officer, otherOfficer, writer, checker, issuer, county, sibling } = here
fileRoutes(api)
notificationRoutes(api)
const folder = await mkdtemp(join(tmpdir(), 'shishi-objections-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))

const words = '我在八月十五日下午看见丁薇把慰问品搬回自己家里，邻居都可以作证。'
const secret = { name: '郑爽爽', phone: '13900001234' }
const named = { anonymous: false, itemKey: 'n1', words, ...secret }
const enter = async (noticeId: number, over: Partial<NewObjection> & { evidence?: string[] } = {}) =>
  officer.call(enterObjection, { params: { id: noticeId }, body: { channel: 'visit', ...named, ...over } })
const points = { unitId: tree.county, points: '请核查八月中旬慰问品发放登记和签收情况。' }

const heard: unknown[] = []
listenToPublicity('test', {
  onObjectionOpened: async (_tx, notice, { itemKey }) => void heard.push(['opened', notice.id, itemKey]),
  onObjectionConcluded: async (_tx, notice, { itemKey }) => void heard.push(['concluded', notice.id, itemKey]),
})

describe('an objection', () => {
  it('goes from its entry through the unit concerned to a written conclusion, and blocks until then', async () => {
    const notice = await issued()
    const { id, receipt } = await enter(notice.id)
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(await openObjections(db, notice.id)).toEqual([{ id, itemKey: 'n1', state: 'open' }])
    await officer.call(sendPoints, { params: { id }, body: points })
    await county.call(replyToCheck, { params: { id }, body: { reply: '经核查，登记与签收一致。' } })
    const body = { outcome: 'not-upheld' as const, conclusion: '查无实据。', publicReply: '经核查，反映的问题不存在。' }
    await officer.call(concludeObjection, { params: { id }, body })
    const done = await officer.call(getObjection, { params: { id } })
    expect([done.state, done.unitReply, done.outcome]).toEqual(['concluded', '经核查，登记与签收一致。', 'not-upheld'])
    expect(await openObjections(db, notice.id)).toEqual([])
    expect(heard).toEqual([
      ['opened', notice.id, 'n1'],
      ['concluded', notice.id, 'n1'],
    ])
    await expect(officer.call(concludeObjection, { params: { id }, body })).rejects.toMatchObject({
      code: 'objection.concluded',
    })
  })

  it('can be handed over to the discipline office', async () => {
    const { id } = await enter((await issued()).id)
    const body = { outcome: 'handed-over' as const, conclusion: '涉嫌违纪，移交纪检监察机关处理。' }
    expect(await officer.call(concludeObjection, { params: { id }, body })).toEqual({ id, state: 'concluded' })
  })

  it('about a name leaves the others free, about the whole list it blocks all', async () => {
    const { id } = await issued()
    await enter(id)
    expect(await openObjections(db, id, 'n2')).toEqual([])
    await enter(id, { itemKey: undefined })
    expect(await openObjections(db, id, 'n2')).toHaveLength(1)
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ phone: '123' }, 'phone'],
    [{ words: '' }, 'words'],
    [{ anonymous: true, words: '他不行' }, 'words'],
    [{ itemKey: 'n9' }, 'itemKey'],
  ])('with %o is refused at the field', async (over, path) => {
    const { id } = await issued()
    await expect(enter(id, over)).rejects.toMatchObject({ status: 422, findings: [{ path }] })
    expect(await openObjections(db, id)).toEqual([])
  })

  it('keeps no name of someone who asked to stay anonymous', async () => {
    const { id } = await enter((await issued()).id, { anonymous: true })
    const { objectorName, objectorPhone, anonymous } = await officer.call(getObjection, { params: { id } })
    expect([objectorName, objectorPhone, anonymous]).toEqual([null, null, true])
  })

  it('is not taken for a draft or a result', async () => {
    const { id } = await here.draft()
    await expect(enter(id)).rejects.toMatchObject({ code: 'objection.closed' })
  })
})

describe('the objector and the words', () => {
  const leaks = (answer: unknown) => {
    const text = JSON.stringify(answer)
    return [secret.name, secret.phone, words, '搬回自己家里'].filter(part => text.includes(part))
  }

  it('are seen by the receiving unit’s officer and by nobody else', async () => {
    const { id } = await enter((await issued()).id)
    expect(leaks(await officer.call(getObjection, { params: { id } }))).toHaveLength(4)
    for (const client of [writer, checker, issuer, county, sibling, otherOfficer])
      await expect(client.call(getObjection, { params: { id } })).rejects.toMatchObject({ status: 403 })
  })

  it('stand in no list, no message, no notice and no record', async () => {
    const notice = await issued()
    const { id } = await enter(notice.id)
    await officer.call(sendPoints, { params: { id }, body: points })
    const seen = [
      await officer.call(listObjections, { query: {} }),
      await county.call(listChecks, { query: {} }),
      await writer.call(getNotice, { params: { id: notice.id } }),
      await county.call(listMessages, { query: {} }),
      await officer.call(listMessages, { query: {} }),
      (await sql`select * from audit.entry`.execute(db)).rows,
      (await sql`select * from app.idempotency`.execute(db)).rows,
    ]
    expect(leaks(seen)).toEqual([])
    expect(seen.map(answer => JSON.stringify(answer).length > 20)).toEqual(seen.map(() => true))
  })

  it('do not reach the unit concerned by a slip of the hand', async () => {
    const { id } = await enter((await issued()).id)
    for (const slip of [`请核查${secret.name}反映的情况。`, `联系人${secret.phone}`, `请核查：${words}`])
      await expect(
        officer.call(sendPoints, { params: { id }, body: { ...points, points: slip } }),
      ).rejects.toMatchObject({
        code: 'objection.leak',
      })
    expect((await county.call(listChecks, { query: {} })).rows.map(row => row.id)).not.toContain(id)
  })

  it('the points reach the unit concerned alone', async () => {
    const { id } = await enter((await issued()).id)
    await officer.call(sendPoints, { params: { id }, body: points })
    const checks = async (client: typeof county) =>
      (await client.call(listChecks, { query: {} })).rows.map(row => row.id)
    expect(await checks(county)).toContain(id)
    expect(await checks(sibling)).toEqual([])
    const meddling = sibling.call(replyToCheck, { params: { id }, body: { reply: '与我无关' } })
    await expect(meddling).rejects.toMatchObject({ status: 403 })
  })

  it('the points reach a village’s secretary and staff, who answer them and are not told who objected', async () => {
    const villagers = await Promise.all(
      (['secretary', 'village-staff'] as const).map(role => here.signedIn({ unitId: tree.county, roles: [role] })),
    )
    const { id } = await enter((await issued()).id)
    await officer.call(sendPoints, { params: { id }, body: points })
    for (const villager of villagers) {
      const { rows } = await villager.call(listChecks, { query: {} })
      const { rows: messages } = await villager.call(listMessages, { query: {} })
      expect([rows.map(row => row.id).includes(id), messages[0]!.subject]).toEqual([
        true,
        '请核查：关于党员服务标兵拟表彰名单的公示',
      ])
      expect(leaks([rows, messages])).toEqual([])
      await villager.call(replyToCheck, { params: { id }, body: { reply: '经核查，登记与签收一致。' } })
      await expect(villager.call(getObjection, { params: { id } })).rejects.toMatchObject({ status: 403 })
    }
    const elsewhere = await here.signedIn({ unitId: tree.sibling, roles: ['village-staff'] })
    expect((await elsewhere.call(listChecks, { query: {} })).rows).toEqual([])
    await expect(elsewhere.call(replyToCheck, { params: { id }, body: { reply: '与我无关' } })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('evidence is read through the objection only', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#345' } })
      .png()
      .toBuffer()
    const put = await app.request(`/api/files?name=${encodeURIComponent('证据.png')}`, {
      method: 'PUT',
      body: photo,
      headers: { cookie: officer.cookie },
    })
    const { key } = (await put.json()) as { key: string }
    const { id } = await enter((await issued()).id, { evidence: [key] })
    const status = async (path: string, client: typeof county) =>
      (await app.request(path, { headers: { cookie: client.cookie } })).status
    const through = `/api/publicity/objections/${id}/evidence/${key}`
    expect([await status(through, officer), await status(through, writer), await status(through, county)]).toEqual([
      200, 403, 403,
    ])
    expect([await status(`/api/files/${key}`, officer), await status(`/api/files/${key}`, writer)]).toEqual([403, 403])
    expect((await app.request(`/files/${key}`)).status).toBe(404)
    const other = await enter((await issued()).id)
    expect(await status(`/api/publicity/objections/${other.id}/evidence/${key}`, officer)).toBe(404)
  })
})
