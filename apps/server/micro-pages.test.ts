import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import { pictureApi } from '#modules/micro-projects/shared/index.ts'
import { microWorld, pictureOf } from '#modules/micro-projects/testing.ts'
import { sql } from '#platform/db/index.ts'
import { launchBrowser, openPage } from '#platform/testing/browser.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { faultsOfPages, serveForTests, views } from '#platform/testing/pages.ts'
import { buildApp } from './app.ts'

const { db } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'shishi-micro-pages-'))
useFileStore(await localStore(folder))
const { people, units, memberIds, programmeId } = await microWorld(db)
const { app } = buildApp(db, { demo: true, trustProxy: 0 })

const brief = { scale: '修补路肩30米', effect: '方便40户出行', startsOn: '2023-10-08', finishesOn: '2023-10-20' }
const completion = { finishedOn: '2023-10-19', participants: 12, text: '路肩修补30米，路面平整。' }
const { rows } = await sql<{ id: number }>`
  insert into micro.project (code, programme_id, village_id, lead_id, title, brief, completion, asked_fen, approved_fen,
    spent_fen, state)
  values ('A0000001', ${programmeId}, ${units.village}, ${memberIds[0]!}, '修补村口路肩', ${JSON.stringify(brief)}::jsonb,
    ${JSON.stringify(completion)}::jsonb, 25000, 25000, 23550, 'building') returning id`.execute(db)
const id = rows[0]!.id
await sql`insert into micro.budget_line values (${id}, 1, 'material', '水泥', '10包', 25000)`.execute(db)
for (const [seed, part] of (['before', 'after', 'during'] as const).entries()) {
  const headers = { cookie: people.staff.cookie, 'idempotency-key': crypto.randomUUID() }
  const body = new Uint8Array(await pictureOf(seed + 1))
  const sent = await app.request('/api/files?name=a.jpg', { method: 'PUT', body, headers })
  const { key } = (await sent.json()) as StoredFile
  await people.staff.call(pictureApi.attachPicture, { params: { id }, body: { part, fileKey: key, privacy: 'none' } })
}
await sql`update micro.project set state = 'paid' where id = ${id}`.execute(db)

const project = '/micro/projects/A0000001'
const paths = ['/', '/micro', `/micro/districts/${units.district}`, `/micro/villages/${units.village}`, project]

let browser: Browser
let site: Awaited<ReturnType<typeof serveForTests>>
beforeAll(async () => {
  site = await serveForTests(app)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  site.close()
  rmSync(folder, { recursive: true })
})

describe('the public pages of micro-projects', () => {
  it.each(views)(
    'can be read by everyone: $mode mode, $width px',
    async view => {
      expect(await faultsOfPages(browser, site.base, paths, view)).toEqual([])
    },
    60_000,
  )

  it('compare before and after by a slider that keys move', async () => {
    const page = await openPage(browser)
    await page.goto(site.base + project)
    const slider = page.getByRole('slider', { name: '左右拖动，对比实施前和完成后' })
    await slider.focus()
    await page.keyboard.press('Home')
    const at = () => page.locator('.compare').evaluate(box => (box as HTMLElement).style.getPropertyValue('--at'))
    const left = await at()
    await page.keyboard.press('End')
    expect([left, await at()]).toEqual(['0', '1'])
    await page.context().close()
  }, 60_000)

  it('show both pictures beside each other without script, and on paper', async () => {
    const widths = async (page: Page) =>
      (await page.locator('.compare figure').all()).map(async each => (await each.boundingBox())!)
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const printed = await openPage(browser)
    for (const page of [plain, printed]) {
      await page.goto(site.base + project)
      if (page === printed) await page.emulateMedia({ media: 'print' })
      const [before, after] = await Promise.all(await widths(page))
      expect(after!.x).toBeGreaterThan(before!.x + before!.width - 1)
      expect(await page.getByRole('slider').count()).toBe(0)
      await page.context().close()
    }
  }, 60_000)
})
