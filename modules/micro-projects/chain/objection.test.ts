import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { goTo } from '#database/demo/clock.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { findNotice, type ObjectionOutcome, receiveObjection } from '#kernel/publicity/index.ts'
import {
  approveNotice,
  concludeObjection,
  getNotice,
  issueNotice,
  reviseNotice,
  saveNotice,
  sendNotice,
  withdrawNotice,
} from '#kernel/publicity/shared/index.ts'
import { inTransaction } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { projectApi } from '../shared/index.ts'
import { onDay } from '../testing.ts'
import { noticeWorld, place, secrecy } from './notice-testing.ts'

const { db } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'shishi-micro-notice-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))
await onDay(db, '2023-10-12')
const world = await noticeWorld(db)
const { officer, member, organiser, checker, issuer } = world.people
const { view, attach, complete, completed, post, accept, publicise, rowOf, stateOf } = world

describe('an objection to a completion notice', () => {
  const object = async (id: number) =>
    inTransaction(db, async tx =>
      receiveObjection(tx, await rowOf(id), {
        ...{ channel: 'online', anonymous: false, name: '某某', phone: '13900000009', words: '金额不实' },
        ...{ evidence: [], uploader: { id: 'public', unitId: null } },
      } as Parameters<typeof receiveObjection>[2]),
    )
  const conclude = (id: number, outcome: ObjectionOutcome) =>
    officer.call(concludeObjection, { params: { id }, body: { outcome, conclusion: '已经查核。' } })
  const standing = async (id: number) => {
    const { state, notice, postedOn, mayAcceptOn } = await view(id)
    return { state, notice: notice?.state ?? null, postedOn, mayAcceptOn }
  }
  const mending = { state: 'completed', notice: null, postedOn: null, mayAcceptOn: null }

  it('that is upheld leads back to mending and a new version with its own days', async () => {
    const { id } = await completed()
    await publicise(id, '2023-10-12')
    const first = await rowOf(id)
    const { id: objection } = await object(id)
    await goTo(db, '2023-10-20')
    await conclude(objection, 'upheld')
    expect(await standing(id)).toEqual(mending)
    await expect(accept(id)).rejects.toMatchObject({ code: 'micro.order' })
    await complete(id, { text: '路肩已修补28米。' })
    await publicise(id, '2023-10-20')
    const second = await rowOf(id)
    expect([second.version, second.supersedes, (await findNotice(db, first.id))!.state]).toEqual([
      ...[2, first.id],
      'superseded',
    ])
    await goTo(db, '2023-10-27')
    await expect(accept(id)).rejects.toMatchObject({ message: expect.stringContaining('最早2023年10月28日') })
    await goTo(db, '2023-10-28')
    await accept(id)
    expect(await stateOf(id)).toBe('committee')
  })

  it('that is not upheld lets the work go on, though it was to the version before', async () => {
    await goTo(db, '2023-11-01')
    const { id } = await completed()
    await publicise(id, '2023-11-01')
    const [first, second] = [await object(id), await object(id)]
    await conclude(first.id, 'upheld')
    await publicise(id, '2023-11-01')
    await goTo(db, '2023-11-10')
    await expect(accept(id)).rejects.toMatchObject({ message: '还有1件异议没有办结，办结后才能验收。' })
    await conclude(second.id, 'not-upheld')
    expect(await stateOf(id)).toBe('acceptance')
  })

  it('that is upheld after the village’s acceptance leads back before the sub-district’s', async () => {
    await goTo(db, '2023-11-13')
    const { id } = await completed()
    await publicise(id, '2023-11-13')
    await goTo(db, '2023-11-22')
    await accept(id)
    const { id: objection } = await object(id)
    const pass = { params: { id }, body: { step: 'committee', outcome: 'pass' } } as const
    await expect(member.call(projectApi.takeStep, pass)).rejects.toMatchObject({
      message: '还有1件异议没有办结，办结后才能验收。',
    })
    await conclude(objection, 'partly')
    expect(await standing(id)).toEqual(mending)
  })

  it('a notice that is withdrawn while it runs leads back as well', async () => {
    await goTo(db, '2023-11-23')
    const { id } = await completed()
    await publicise(id, '2023-11-23')
    const { id: noticeId } = await rowOf(id)
    await issuer.call(withdrawNotice, { params: { id: noticeId }, body: { reason: '金额有误' } })
    expect(await standing(id)).toEqual(mending)
    await goTo(db, '2023-12-04')
    expect(await stateOf(id)).toBe('completed')
    await expect(accept(id)).rejects.toMatchObject({ code: 'micro.order' })
    await publicise(id, '2023-12-04')
    expect(await stateOf(id)).toBe('publicity')
  })

  it('a version of the sub-district’s own is followed: its days and a sheet of its own', async () => {
    await goTo(db, '2023-12-05')
    const { id } = await completed()
    await publicise(id, '2023-12-05')
    await goTo(db, '2023-12-13')
    expect(await stateOf(id)).toBe('acceptance')
    const before = await rowOf(id)
    const { id: next } = await organiser.call(reviseNotice, { params: { id: before.id }, body: {} })
    const at = { params: { id: next } }
    const { title, content, workdays, contentHash: basedOn } = await organiser.call(getNotice, at)
    const clearer = { ...content, intro: `${content.intro}特此公示。` }
    await organiser.call(saveNotice, { ...at, body: { title, workdays, basedOn, content: clearer } })
    await organiser.call(sendNotice, { ...at, body: secrecy })
    await checker.call(approveNotice, { ...at, body: secrecy })
    await issuer.call(issueNotice, { ...at, body: {} })
    expect(await standing(id)).toEqual({
      ...{ state: 'publicity', notice: 'issued', postedOn: null, mayAcceptOn: '2023-12-21' },
    })
    expect((await view(id)).notice!.id).toBe(next)
    await expect(accept(id)).rejects.toMatchObject({ message: expect.stringContaining('请先登记公示') })
    await post(id, '2023-12-13')
    await goTo(db, '2023-12-21')
    await expect(accept(id)).rejects.toMatchObject({ message: '请上传这份公示在党群服务中心张贴的照片。' })
    await attach(id, 'notice', await place())
    await accept(id)
    expect(await stateOf(id)).toBe('committee')
  })
})
