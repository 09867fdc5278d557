import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'
import { testApi } from '#kernel/access/testing.ts'
import { fileRoutes, localStore, useFileStore } from '#kernel/files/index.ts'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import { countQueries, sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { addTestProject, testPurse } from '../money/testing.ts'
import { pictureRoutes } from '../pictures/routes.ts'
import { scene } from '../pictures/testing.ts'
import {
  type PicturePart,
  type PrivacyAnswer,
  pictureApi,
  publicStates,
  type State,
  stateKeys,
} from '../shared/index.ts'
import { microNews, microPages } from './index.tsx'

const { db } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'shishi-micro-site-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))

const purse = await testPurse(db, 2)
const { app: api, signedIn } = testApi(db, fileRoutes, pictureRoutes)
const staff = await signedIn({ unitId: purse.villageId, roles: ['village-staff'] })

const site = new Hono()
site.use(async (c, next) => {
  c.setRenderer((content, page) => c.html(<html lang="zh-CN">{content}</html>, page.status ?? 200))
  await next()
})
site.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
microPages(site, { db })
const page = async (path: string) => {
  const reply = await site.request(path)
  return { status: reply.status, html: await reply.text() }
}

/** What no page may show, all of it in the rows that the pages are made of. */
const leaks = /1390000|李奶奶|独居|低保|3组12号|票据|13800001111|动手的赵某/
await sql`update micro.member set phone = '13900001234' where id = ${purse.memberIds[0]!}`.execute(db)

const brief = {
  scale: '修补路肩30米。李奶奶独居，出门不便。',
  effect: '方便40户出行。联系13800001111。',
  funding: '专项经费',
  startsOn: '2023-10-08',
  finishesOn: '2023-10-20',
}
const completion = {
  finishedOn: '2023-10-19',
  participants: 12,
  people: ['动手的赵某'],
  text: '路肩已经修好。其中一户是低保户。',
}

const project = async (state: State, title = '修补村口路肩') => {
  const id = await addTestProject(db, purse, { title, signers: purse.memberIds, state, spentFen: 23_550 })
  await sql`
    update micro.project set brief = ${JSON.stringify(brief)}::jsonb, completion = ${JSON.stringify(completion)}::jsonb,
      approved_fen = 25000, place = '3组12号李奶奶家门口' where id = ${id}`.execute(db)
  await sql`insert into micro.budget_line values (${id}, 1, 'material', '水泥', '10包', 25000)`.execute(db)
  await sql`
    insert into micro.expense (project_id, kind, item, fen, bought_on)
    values (${id}, 'material', '水泥9包', 23550, '2023-10-09')`.execute(db)
  await sql`
    with h as (insert into micro.household (district_id, village_id, head, door, phone)
      values (${purse.districtId}, ${purse.villageId}, ${`李奶奶${id}`}, '3组12号', '13900005678') returning id)
    insert into micro.signature (project_id, household_id, way) select ${id}, h.id, 'paper' from h`.execute(db)
  const { rows } = await sql<{ code: string }>`select code from micro.project where id = ${id}`.execute(db)
  return { id, code: rows[0]!.code }
}

let seed = 9000
const attach = async (id: number, part: PicturePart, privacy: PrivacyAnswer | null) => {
  seed += 1
  const headers = { cookie: staff.cookie }
  const sent = await api.request('/api/files?name=a.jpg', {
    method: 'PUT',
    body: new Uint8Array(await scene(seed)),
    headers,
  })
  const { key } = (await sent.json()) as StoredFile
  return (await staff.call(pictureApi.attachPicture, { params: { id }, body: { part, fileKey: key, privacy } })).id
}

describe('a finished project', async () => {
  const { id, code } = await project('building')
  const before = await attach(id, 'before', 'none')
  const after = await attach(id, 'after', 'consent')
  const unanswered = await attach(id, 'during', null)
  await sql`update micro.project set state = 'accepted' where id = ${id}`.execute(db)
  const here = `/micro/projects/${code}`

  it('shows what changed, who led it, how many took part and what it cost', async () => {
    const { status, html } = await page(here)
    expect(status).toBe(200)
    for (const said of ['修补村口路肩', '示例村', '党员1牵头', '已经验收', '12人参与', '2名党员、代表和1户群众签名'])
      expect(html).toContain(said)
    for (const said of ['批准250元', '实际花费235.50元', '水泥 10包', '水泥9包', '方便40户出行', '路肩已经修好'])
      expect(html).toContain(said)
  })

  it('shows before and after, and no picture about which nothing was answered', async () => {
    const { html } = await page(here)
    const picture = (of: number) => `${here}/pictures/${of}`
    const shown = [before, after, unanswered].map(of => html.includes(picture(of)))
    const served = await Promise.all([before, after, unanswered].map(async of => (await page(picture(of))).status))
    expect([shown, served]).toEqual([
      [true, true, false],
      [200, 200, 404],
    ])
  })

  it('stops showing a picture when the answer is taken back', async () => {
    const address = `${here}/pictures/${after}`
    await sql`update micro.picture set privacy = null where id = ${after}`.execute(db)
    expect([(await page(address)).status, (await page(here)).html.includes(address)]).toEqual([404, false])
    await sql`update micro.picture set privacy = 'consent' where id = ${after}`.execute(db)
  })

  it('tells what was done only once its notice is issued: until then, what the meeting decided', async () => {
    const { id: going, code: plain } = await project('building', '在做的一件')
    const picture = await attach(going, 'before', 'none')
    const at = `/micro/projects/${plain}`
    const told = ['路肩已经修好', '12人参与', '实际花费', '水泥9包', `pictures/${picture}`]
    const said = async (state: State) => {
      await sql`update micro.project set state = ${state} where id = ${going}`.execute(db)
      const { html } = await page(at)
      const village = (await page(`/micro/villages/${purse.villageId}`)).html
      return [
        told.filter(words => html.includes(words)),
        village.includes(`${at}/pictures/`),
        html.includes('批准250元'),
      ]
    }
    for (const state of ['building', 'completed'] as const) expect(await said(state)).toEqual([[], false, true])
    expect((await page(`${at}/pictures/${picture}`)).status).toBe(404)
    expect(await said('publicity')).toEqual([told, true, true])
  })

  it('does not serve a picture under another project', async () => {
    const { code: other } = await project('paid', '另一件')
    expect((await page(`/micro/projects/${other}/pictures/${before}`)).status).toBe(404)
  })

  it('stands on no page with a number, a household, a door or what is nobody’s business', async () => {
    const paths = ['/micro', `/micro/districts/${purse.districtId}`, `/micro/villages/${purse.villageId}`, here]
    const all = await Promise.all(paths.map(page))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect([...all.map(({ html }) => html), JSON.stringify(await microNews(db))].join()).not.toMatch(leaks)
  })

  it('never shows the photograph of a posted notice, which has whole telephone numbers', async () => {
    await sql`update micro.project set state = 'publicity' where id = ${id}`.execute(db)
    const posted = await attach(id, 'notice', 'none')
    expect((await page(`${here}/pictures/${posted}`)).status).toBe(404)
    await sql`update micro.project set state = 'accepted' where id = ${id}`.execute(db)
  })
})

it.each(stateKeys)('a project that is “%s” is public or not found', async state => {
  const { code } = await project(state, `状态${state}`)
  const open = publicStates.includes(state)
  expect((await page(`/micro/projects/${code}`)).status).toBe(open ? 200 : 404)
  expect((await page(`/micro/villages/${purse.villageId}`)).html.includes(`状态${state}`)).toBe(open)
})

it('a page of a village asks no more of the database when there are more projects', async () => {
  const asked = async () => (await countQueries(db, () => page(`/micro/villages/${purse.villageId}`))).statements.length
  const few = await asked()
  for (let n = 0; n < 30; n += 1) await project('paid', `多件${n}`)
  expect(await asked()).toBe(few)
})

it('what is not there is not found', async () => {
  const paths = ['/micro/projects/ZZZZZZZZ', '/micro/villages/999999', '/micro/districts/abc', '/micro/assets/none.css']
  expect(await Promise.all(paths.map(async path => (await page(path)).status))).toEqual([404, 404, 404, 404])
})

it('a village tells where its works stand, as a bar and in words, and who watches over them', async () => {
  const { html } = await page(`/micro/villages/${purse.villageId}`)
  const { rows } = await sql<{ publicised: number }>`
    select count(*)::int as publicised from micro.project
    where village_id = ${purse.villageId} and state = 'publicity'`.execute(db)
  expect(html).toContain(`正在公示<b>${rows[0]!.publicised}</b>件`)
  expect(html).toContain(`style="flex-grow:${rows[0]!.publicised}"`)
  expect(html).toContain('监督单位：荷花街道基层党建办公室')
})
