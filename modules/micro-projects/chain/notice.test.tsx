import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'
import { goTo } from '#database/demo/clock.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { picturesOf } from '#kernel/publicity/index.ts'
import { getNotice, issueNotice, reviseNotice, saveNotice, sendNotice } from '#kernel/publicity/shared/index.ts'
import { publicityPages } from '#kernel/publicity/site/index.tsx'
import { sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { cropped, recompressed } from '../pictures/testing.ts'
import { pictureApi } from '../shared/index.ts'
import { onDay } from '../testing.ts'
import { noticeWorld, place, secrecy } from './notice-testing.ts'

const { db } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'shishi-micro-notice-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))
await onDay(db, '2023-09-20')
const world = await noticeWorld(db)
const { staff, organiser, issuer } = world.people
const { view, attach, complete, completed, send, approve, issue, giveBack, post, publicise, rowOf, stateOf } = world

const said = (act: Promise<unknown>) =>
  act.then(
    () => [],
    (problem: Problem) => problem.findings?.map(({ path }) => path) ?? problem.code,
  )

describe('pictures of a completion notice', () => {
  it('cannot be taken out or changed from when it is sent to review', async () => {
    const { id, after } = await completed()
    await send(id)
    const remove = () => staff.call(pictureApi.removePicture, { params: { id, pictureId: after } })
    await expect(remove()).rejects.toMatchObject({ code: 'micro.state' })
    for (const part of ['before', 'during', 'after'] as const)
      await expect(attach(id, part, await place())).rejects.toMatchObject({ code: 'micro.state' })
    const { permissions } = await staff.call(pictureApi.listPictures, { params: { id } })
    expect(permissions.attach).toEqual(['notice'])
    await giveBack(id)
    await remove()
    const stopping = (await view(id)).findings.filter(({ severity }) => severity === 'block')
    expect(stopping.map(({ message }) => message)).toEqual(['缺少项目完成之后的照片。'])
  })

  it('that another project has used, cropped and saved anew, keep the notice from being drawn up (R004-04)', async () => {
    const used = await place()
    const { id: earlier } = await completed()
    await attach(earlier, 'after', used)
    const { id, after } = await completed()
    await staff.call(pictureApi.removePicture, { params: { id, pictureId: after } })
    expect(await said(send(id))).toEqual(['pictures.after'])
    const swapped = await attach(id, 'after', await recompressed(await cropped(used, [0.05, 0.05, 0.05, 0.05])))
    expect(await said(send(id))).toEqual([`pictures.${swapped.id}`])
    expect((await view(id)).notice).toBe(null)
  })

  it('are looked at again when it is issued, at whichever desk', async () => {
    const { id, after } = await completed()
    await send(id)
    await approve(id)
    const areas = [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }]
    await staff.call(pictureApi.blurPicture, { params: { id, pictureId: after }, body: { areas } })
    expect(await said(issue(id))).toEqual(['pictures'])
    const { id: noticeId } = await rowOf(id)
    expect(await said(issuer.call(issueNotice, { params: { id: noticeId }, body: {} }))).toEqual(['pictures'])
    await giveBack(id)
    await publicise(id, '2023-09-20')
    expect(await stateOf(id)).toBe('publicity')
  })

  it('about which nobody answered are not publicised', async () => {
    const { id } = await completed()
    await sql`update micro.picture set privacy = null where project_id = ${id} and part = 'before'`.execute(db)
    expect(await said(send(id))).toEqual(['pictures.before'])
  })

  it('stand in it under its checksum and on its page, with the way to the project, until one is covered', async () => {
    const site = new Hono()
    site.use(async (c, next) => {
      c.setRenderer(content => c.html(<html lang="zh-CN">{content}</html>))
      await next()
    })
    site.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
    publicityPages(site, { db, clientAddress: () => '10.1.2.3' })
    const { id, after } = await completed()
    await publicise(id, '2023-09-20')
    const { code, content } = await rowOf(id)
    const frozen = picturesOf(content)
    expect(frozen.map(({ caption }) => caption)).toEqual(['实施前', '完成后'])
    const html = await (await site.request(`/notices/${code}`)).text()
    expect(html).toContain(`<a href="/micro/projects/${(await view(id)).code}">项目页面</a>`)
    const paths = frozen.map(({ hash }) => `/notices/${code}/pictures/${hash}`)
    for (const [at, path] of paths.entries()) {
      expect(html).toContain(path)
      const bytes = new Uint8Array(await (await site.request(path)).arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(frozen[at]!.hash)
    }
    const areas = [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }]
    await staff.call(pictureApi.blurPicture, { params: { id, pictureId: after }, body: { areas } })
    const statuses = paths.map(async path => (await site.request(path)).status)
    expect(await Promise.all(statuses)).toEqual([200, 404])
  })
})

describe('words of a completion notice', () => {
  const telling = { title: '为独居老人张福生修屋顶' }

  it('that tell who is alone, poor or ill keep it back, each at its field, and are mended by completing anew', async () => {
    const { id } = await completed(telling, { text: '为低保户张福生（患病）修好屋顶。' })
    expect(await said(send(id))).toEqual(['publicTitle', 'text'])
    const { findings: all, permissions } = await view(id)
    const findings = all.filter(({ severity }) => severity === 'block')
    expect([findings.map(({ path }) => path), permissions.complete]).toEqual([['publicTitle', 'text'], true])
    expect(findings[1]!.message).toContain('“低保”“患病”')
    await complete(id, { publicTitle: '修缮屋顶', text: '屋顶已修好。' })
    await send(id)
    const { title, content } = await rowOf(id)
    expect(title).toBe('关于“修缮屋顶”项目完成情况的公示')
    expect(JSON.stringify(content)).not.toMatch(/独居|低保|患病|张福生/)
    await expect(complete(id)).rejects.toMatchObject({ code: 'micro.completion.closed' })
  })

  it('written at the sub-district’s own desk are looked at as well', async () => {
    const { id } = await completed()
    await publicise(id, '2023-09-20')
    const before = await rowOf(id)
    const { id: next } = await organiser.call(reviseNotice, { params: { id: before.id }, body: {} })
    const { title, content, workdays, contentHash: basedOn } = await organiser.call(getNotice, { params: { id: next } })
    const worse = { ...content, intro: '为独居老人修好了屋顶。' }
    await organiser.call(saveNotice, { params: { id: next }, body: { title, workdays, basedOn, content: worse } })
    expect(await said(organiser.call(sendNotice, { params: { id: next }, body: secrecy }))).toEqual(['content'])
  })

  it('are not printed for the wall either, nor without a telephone to call (R004-15)', async () => {
    const { id } = await completed(telling)
    const print = async () => {
      const path = `/api/micro/projects/${id}/papers/notice/docx`
      const answer = await world.app.request(path, { headers: { cookie: staff.cookie } })
      return [answer.status, answer.ok ? '' : ((await answer.json()) as { code: string }).code]
    }
    expect(await print()).toEqual([422, 'micro.not-ready'])
    await complete(id, { publicTitle: '修缮屋顶' })
    expect(await print()).toEqual([200, ''])
    const phone = (to: string | null) =>
      sql`update micro.programme set content = jsonb_set(content, '{supervisorPhone}', ${JSON.stringify(to)}::jsonb)`.execute(
        db,
      )
    await phone(null)
    expect(await print()).toEqual([409, 'micro.supervisor'])
    await phone('0731-80000000')
  })
})

describe('the wall', () => {
  it('carries the sheet of the notice as it was sent: a day set before a return is set anew', async () => {
    const { id } = await completed()
    expect(await said(post(id, '2023-09-20'))).toEqual(['postedOn'])
    await send(id)
    await post(id, '2023-09-20')
    await giveBack(id)
    expect((await view(id)).postedOn).toBe(null)
    await goTo(db, '2023-09-21')
    await send(id)
    await expect(post(id, '2023-09-20')).rejects.toMatchObject({
      message: '张贴日期不能早于公示拟写的日期；重新拟写的公示要重新张贴。',
    })
    await post(id, '2023-09-21')
    expect((await view(id)).postedOn).toBe('2023-09-21')
  })
})
