import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { keepFiles, localStore, receive, shownHash, storeFile, useFileStore } from '#kernel/files/index.ts'
import { inTransaction, moveDemoClock, resetDemoClock, sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { listenToPublicity } from '../index.ts'
import {
  concludeObjection,
  getNotice,
  getObjection,
  listObjections,
  noticeContentSchema,
  reviseNotice,
  saveNotice,
  withdrawNotice,
} from '../shared/index.ts'
import { contentOf, house } from '../testing/house.ts'
import { publicityPages } from './index.tsx'

const { db } = await testDatabase()
const { tree, issued, draft, issue, writer, officer, issuer } = await house(db)
const folder = await mkdtemp(join(tmpdir(), 'shishi-site-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => resetDemoClock(db))

let address = 'one'
const app = new Hono()
app.use(async (c, next) => {
  c.setRenderer((content, page) => c.html(<html lang="zh-CN">{content}</html>, page.status ?? 200))
  await next()
})
app.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
publicityPages(app, { db, clientAddress: () => address })

const page = async (path: string, body?: FormData) => {
  const response = await app.request(path, body && { method: 'POST', body })
  return { status: response.status, html: await response.text() }
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
let open: string[] = []
listenToPublicity('pictured', { shownPictures: async () => open })
/** A picture that is kept. @returns the hash of what is given out of it */
const picture = async (background: string) => {
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const uploader = { id: 'account:1', unitId: tree.city }
  const received = await receive(new Response(new Uint8Array(bytes)).body as never)
  const { key } = await storeFile(db, uploader, received, 'a.jpg')
  const [file] = await inTransaction(db, tx => keepFiles(tx, uploader, [key], 'test'))
  return shownHash(db, file!)
}
const token = () => crypto.randomUUID()
const form = (fields: Record<string, string | Blob>) => {
  const data = new FormData()
  const filled = {
    token: token(),
    itemKey: 'n1',
    anonymous: 'no',
    name: '郑爽爽',
    phone: '13900001234',
    words: '请核实该同志事迹。',
  }
  for (const [name, value] of Object.entries({ ...filled, ...fields })) data.append(name, value)
  return data
}
const receiptIn = (html: string) => />([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</.exec(html)?.[1]
const objectionsTo = async (noticeId: number) => (await officer.call(listObjections, { query: { noticeId } })).rows

describe('the notice page', () => {
  it('shows the list with unit and post, the days, where to object and the proof', async () => {
    const { code } = await issued()
    const { status, html } = await page(`/notices/${code}`)
    expect(status).toBe(200)
    for (const part of [
      '丁薇',
      '甲县人民医院　护士长',
      '发布，不计',
      '第1天',
      '000-0000000',
      '公示以来名单未改动',
      '共3个工作日',
    ])
      expect(html).toContain(part)
    expect((await page('/notices')).html).toContain(`/notices/${code}`)
    expect((await page(`/notices/${code}/proof`)).html).toContain('签发')
  })

  it('shows nothing of a draft', async () => {
    const { code } = await draft()
    const answers = await Promise.all(
      [`/notices/${code}`, `/notices/${code}/proof`, `/notices/${code}/object`].map(path => page(path)),
    )
    expect(answers.map(answer => [answer.status, answer.html.includes('丁薇')])).toEqual([
      [404, false],
      [404, false],
      [404, false],
    ])
  })

  it('of a replaced or withdrawn version keeps the names and leads to the present one', async () => {
    const first = await issued()
    const { id } = await writer.call(reviseNotice, { params: { id: first.id }, body: {} })
    const { content, contentHash, title, workdays, code } = await writer.call(getNotice, { params: { id } })
    const [section] = content.sections
    const fewer = { ...content, sections: [{ ...section!, items: section!.items.slice(1) }] }
    await writer.call(saveNotice, { params: { id }, body: { title, workdays, basedOn: contentHash, content: fewer } })
    await issue(id)
    const old = await page(`/notices/${first.code}`)
    expect([old.html.includes('丁薇'), old.html.includes(`/notices/${code}`)]).toEqual([false, true])
    await issuer.call(withdrawNotice, { params: { id }, body: { reason: '内部原因' } })
    const { html } = await page(`/notices/${code}`)
    expect([html.includes('王芳'), html.includes('内部原因'), html.includes('已撤回')]).toEqual([false, false, true])
  })

  it('shows its pictures byte for byte as they were frozen, as long as its module lets them be shown', async () => {
    const [first, second, other] = [await picture('#438edb'), await picture('#222222'), await picture('#333333')]
    const of = (hash: string, caption: string) => ({ hash, caption, width: 30, height: 20 })
    const pictures = [of(first, '实施前'), of(second, '完成后')]
    const more = { label: '项目页面', href: '/micro/projects/ABC' }
    const given = noticeContentSchema.parse({ ...contentOf(tree), more })
    const sections = [{ ...given.sections[0]!, pictures }]
    const { id, code } = await issued({ module: 'pictured', content: { ...given, sections } })
    const path = (hash: string) => `/notices/${code}/pictures/${hash}`
    open = [first, second, other]
    const saved = await app.request(path(first))
    expect([saved.status, sha256(new Uint8Array(await saved.arrayBuffer()))]).toEqual([200, first])
    const statuses = async () =>
      Promise.all([first, second, other].map(async hash => (await app.request(path(hash))).status))
    expect(await statuses()).toEqual([200, 200, 404])
    const whole = (await page(`/notices/${code}`)).html
    for (const said of [path(first), path(second), '实施前', '<a href="/micro/projects/ABC">项目页面</a>'])
      expect(whole).toContain(said)
    open = [second]
    const covered = (await page(`/notices/${code}`)).html
    expect([covered.includes(path(first)), covered.includes('隐私处理'), await statuses()]).toEqual([
      ...[false, true],
      [404, 200, 404],
    ])
    await issuer.call(withdrawNotice, { params: { id }, body: { reason: '金额有误' } })
    expect(await statuses()).toEqual([404, 404, 404])
  })

  it('of another module shows no picture, and one of a draft is given to nobody', async () => {
    const hash = await picture('#444444')
    const given = noticeContentSchema.parse(contentOf(tree))
    const pictures = [{ hash, caption: '实施前', width: 30, height: 20 }]
    const content = { ...given, sections: [{ ...given.sections[0]!, pictures }] }
    open = [hash]
    const codes = [(await issued({ content })).code, (await draft({ module: 'pictured', content })).code]
    const statuses = codes.map(async code => (await app.request(`/notices/${code}/pictures/${hash}`)).status)
    expect(await Promise.all(statuses)).toEqual([404, 404])
  })

  it('escapes what stands in the list', async () => {
    const { code } = await issued({ title: '<script>alert(1)</script>' })
    expect((await page(`/notices/${code}`)).html).not.toContain('<script>alert')
  })
})

describe('the objection form', () => {
  it('takes a named objection and gives a receipt that shows its state and the reply, nothing else', async () => {
    const { id, code } = await issued()
    const { status, html } = await page(`/notices/${code}/object`, form({}))
    const receipt = receiptIn(html)!
    expect([status, (await objectionsTo(id)).map(row => row.receipt)]).toEqual([200, [receipt]])
    const lookup = async (typed: string) => {
      const data = new FormData()
      data.append('receipt', typed)
      return page('/receipts', data)
    }
    const open = await lookup(receipt.toLowerCase().replaceAll('-', ' '))
    expect([open.html.includes('待处理'), open.html.includes('郑爽爽'), open.html.includes('请核实')]).toEqual([
      true,
      false,
      false,
    ])
    const [row] = await objectionsTo(id)
    const body = { outcome: 'not-upheld' as const, conclusion: '内部结论。', publicReply: '经核实，事迹属实。' }
    await officer.call(concludeObjection, { params: { id: row!.id }, body })
    const closed = await lookup(receipt)
    expect([closed.html.includes('经核实，事迹属实'), closed.html.includes('内部结论')]).toEqual([true, false])
    expect((await lookup('AAAA-BBBB-CCCC')).status).toBe(422)
  })

  it('says what is wrong at each field, and keeps what was typed and sent', async () => {
    const { id, code } = await issued()
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#567' } })
      .png()
      .toBuffer()
    const evidence = new File([new Uint8Array(photo)], '现场.png')
    const first = await page(`/notices/${code}/object`, form({ phone: '12', evidence }))
    expect(first.status).toBe(422)
    for (const part of [
      '电话号码不正确',
      '请核实该同志事迹。',
      '郑爽爽',
      '已上传：现场.png',
      'value="12"',
      'field-phone-error',
    ])
      expect(first.html).toContain(part)
    const sent = /name="sent" value="([^"]+)"/.exec(first.html)![1]!
    const kept = /name="token" value="([^"]+)"/.exec(first.html)![1]!
    const second = await page(`/notices/${code}/object`, form({ token: kept, sent }))
    expect(second.status).toBe(200)
    const [row] = await objectionsTo(id)
    const { evidence: files } = await officer.call(getObjection, { params: { id: row!.id } })
    expect(files.map(file => file.name)).toEqual(['现场.png'])
  })

  it('refuses evidence that is no picture, and files of someone else’s form', async () => {
    const { id, code } = await issued()
    const evidence = new File(['<svg/>'], '假.png')
    expect((await page(`/notices/${code}/object`, form({ evidence }))).html).toContain('这个文件不是照片')
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#765' } })
      .png()
      .toBuffer()
    const good = new File([new Uint8Array(photo)], '现场.png')
    const other = await page(`/notices/${code}/object`, form({ phone: '', evidence: good }))
    const sent = /name="sent" value="([^"]+)"/.exec(other.html)![1]!
    const stolen = await page(`/notices/${code}/object`, form({ sent }))
    expect([stolen.status, stolen.html.includes('有附件没有找到')]).toEqual([422, true])
    expect(await objectionsTo(id)).toEqual([])
  })

  it('sent twice is one objection with one receipt', async () => {
    const { id, code } = await issued()
    const same = token()
    const send = () => page(`/notices/${code}/object`, form({ token: same }))
    const [first, second] = [await send(), await send()]
    expect(receiptIn(second.html)).toBe(receiptIn(first.html))
    expect(await objectionsTo(id)).toHaveLength(1)
  })

  it('takes an anonymous one with clues, and keeps no name that was typed all the same', async () => {
    const { id, code } = await issued()
    const words = '九月一日上午在示例小区三号楼前，有人证和照片可查。'
    await page(`/notices/${code}/object`, form({ anonymous: 'yes', words }))
    const [row] = await objectionsTo(id)
    const { objectorName, objectorPhone } = await officer.call(getObjection, { params: { id: row!.id } })
    expect([objectorName, objectorPhone]).toEqual([null, null])
  })

  it('is closed when the period is over', async () => {
    const { id, code } = await issued()
    await moveDemoClock(db, '30 days')
    expect((await page(`/notices/${code}/object`)).html).toContain('网上反映已经截止')
    expect((await page(`/notices/${code}/object`, form({}))).status).toBe(409)
    expect(await objectionsTo(id)).toEqual([])
  })

  it('is limited by place, says whom to call, and keeps the text; another place is not touched', async () => {
    const { code } = await issued()
    address = 'flood'
    for (let n = 0; n < 20; n++) await page(`/notices/${code}/object`, form({ phone: '1' }))
    const refused = await page(`/notices/${code}/object`, form({}))
    expect(refused.status).toBe(429)
    for (const part of ['一小时后再试', '000-0000000', '请核实该同志事迹。']) expect(refused.html).toContain(part)
    address = 'elsewhere'
    expect((await page(`/notices/${code}/object`, form({}))).status).toBe(200)
    const { rows } = await sql<{ source: string }>`select source from publicity.form_use`.execute(db)
    expect(rows.map(row => row.source)).not.toContain('flood')
  })
})
