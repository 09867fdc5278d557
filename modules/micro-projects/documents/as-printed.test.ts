import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { localStore, receive, storeFile, useFileStore } from '#kernel/files/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { memberApi, pictureApi, programmeApi, projectApi } from '../shared/index.ts'
import { type MicroWorld, microWorld, onDay, passUpTo, pictureOf, programme, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
let id: number

beforeAll(async () => {
  useFileStore(await localStore(await mkdtemp(join(tmpdir(), 'micro-as-printed-'))))
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
  id = await readyDraft(world)
})

const words = async (paper: string) => {
  const path = `/api/micro/projects/${id}/papers/${paper}/docx`
  const answer = await world.app.request(path, { headers: { cookie: world.people.staff.cookie } })
  const file = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return strFromU8(file['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
}
const photograph = async (part: 'before' | 'after', seed: number) => {
  const { accountId, unitId } = world.people.staff.ids
  const received = await receive(new Blob([new Uint8Array(await pictureOf(seed))]).stream() as never)
  const { key } = await storeFile(db, { id: `account:${accountId}`, unitId }, received, 'a.jpg')
  await world.people.staff.call(pictureApi.attachPicture, {
    params: { id },
    body: { part, fileKey: key, privacy: 'none' },
  })
}
const correct = (over: object) =>
  world.people.staff.call(memberApi.correctMember, {
    params: { id: world.memberIds[0]! },
    body: { name: '李代表', phone: '13900000001', party: true, representative: true, reason: '登记有误', ...over },
  })

describe('a paper', { timeout: 60_000 }, () => {
  it('that is still a draft says what the list says today', async () => {
    await correct({ name: '李岱表' })
    expect(await words('application')).toContain('李岱表')
    await correct({ name: '李代表' })
  })

  it('that was handed in says what it said then, whatever of its signers is corrected', async () => {
    await passUpTo(world, id, 'secretary')
    await correct({ name: '李戴彪', party: false })
    const text = await words('application')
    expect(text).toContain('李代表')
    expect(text).not.toContain('李戴彪')
    expect(text).toContain('共3名党员，0个村居民代表')
  })

  it('that comes back to the village is made with what is right now', async () => {
    const body = { step: 'office' as const, outcome: 'return' as const, comment: '请核对姓名' }
    await world.people.office.call(projectApi.takeStep, { params: { id }, body })
    const text = await words('application')
    expect([text.includes('李戴彪'), text.includes('共2名党员，1个村居民代表')]).toEqual([true, true])
  })

  it('made later has the name that is right by then, and the office to call of the day when it was posted', async () => {
    await sql`update micro.project set state = 'building' where id = ${id}`.execute(db)
    await photograph('before', 1)
    await photograph('after', 2)
    await sql`update micro.project set state = 'completed', completion = '{"finishedOn": "2023-10-06", "participants": 3,
      "text": "修补30米路肩。"}' where id = ${id}`.execute(db)
    expect(await words('notice')).toContain('李戴彪')
    const { staff, secretary, office } = world.people
    const at = { params: { id } }
    await staff.call(projectApi.publishProject, { ...at, body: {} })
    await secretary.call(projectApi.approveNotice, { ...at, body: { secrecyChecked: true } })
    await office.call(projectApi.issueNotice, { ...at, body: {} })
    await correct({ name: '李戴彪', phone: '13900000002', party: false })
    await office.call(programmeApi.changeProgramme, {
      params: { id: world.programmeId },
      body: { programme: { ...programme, supervisorPhone: '0731-80000009' }, reason: '换号' },
    })
    const text = await words('notice')
    expect([text.includes('13900000001'), text.includes('0731-80000000')]).toEqual([true, true])
    expect(text).not.toMatch(/13900000002|80000009/)
  })
})
