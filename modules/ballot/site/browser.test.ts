import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { sql } from '#platform/db/index.ts'
import { launchBrowser, openPage } from '#platform/testing/browser.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { faultsOn, serveForTests } from '#platform/testing/pages.ts'
import { countOut, lastCode, logNow, openElection, phoneOf, recordOf, testOffice } from '../testing.ts'
import { builtVerifier } from './verifier/build.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const folder = await mkdtemp(join(tmpdir(), 'shishi-verifier-'))
let site: Awaited<ReturnType<typeof serveForTests>>
let browser: Browser
beforeAll(async () => {
  site = await serveForTests(buildApp(db, { demo: true, trustProxy: 0 }).app)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  site.close()
  await rm(folder, { recursive: true })
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page, name: string) => page.getByRole('heading', { name })

const askCode = async (page: Page, phone: string) => {
  await page.getByLabel('手机号码').fill(phone)
  await button(page, '获取验证码').click()
  await page.getByLabel('验证码').waitFor()
  await page.getByLabel('验证码').fill(await lastCode(db, phone))
}
const choose = async (page: Page, names: string[]) => {
  for (const name of names.slice(0, -1)) await page.getByRole('checkbox', { name }).check()
  await button(page, '下一类').click()
  await page.getByRole('checkbox', { name: names.at(-1)! }).check()
  await button(page, '核对选票').click()
}
const rows = async (id: number) => {
  const { rows } = await sql<{ mode: string; counter: number }>`
    select mode, counter from ballot.ballot where election_id = ${id} order by counter`.execute(db)
  return rows.map(({ mode, counter }) => `${mode} ${counter}`)
}

describe('voting in a browser', () => {
  it('makes the credential blind, keeps the choice over an interruption, and changes the ballot', async () => {
    const { slug, id } = await openElection(db, office, { order: 'official' })
    const page = await openPage(browser, { width: 375, height: 800 })
    const cookies: (string | null)[] = []
    page.on('request', request => {
      if (/\/api\/ballot\//.test(request.url())) void request.headerValue('cookie').then(value => cookies.push(value))
    })
    await page.goto(`${site.base}/ballot/${slug}/vote`)
    await heading(page, '领取选票').waitFor()
    expect(await page.getByText('丢了不能补发').isVisible()).toBe(true)
    await askCode(page, phoneOf(1))
    await button(page, '领取选票').click()
    await page.getByRole('checkbox', { name: '候选1' }).check()
    await button(page, '下一类').click()
    expect(await page.getByText('须选2—3名，您选了1名').isVisible()).toBe(true)
    await page.reload()
    await button(page, '下一类').waitFor()
    expect(await page.getByRole('checkbox', { name: '候选1' }).isChecked()).toBe(true)
    await choose(page, ['候选2', '候选11'])
    await heading(page, '核对选票').waitFor()
    expect(await page.locator('#review').innerText()).toContain('候选1、候选2')
    await button(page, '投出选票').click()
    await heading(page, '已经投出').waitFor()
    await page.getByText('规则与指纹相符，回执的签名成立').waitFor()
    expect(await faultsOn(page)).toEqual([])
    await page.getByLabel('评语').fill('为群众办了实事。')
    await button(page, '留下评语').click()
    await page.getByText('收到，谢谢').waitFor()
    await button(page, /改票（还可以改3次）/).click()
    await choose(page, ['候选3', '候选11'])
    await button(page, '投出选票').click()
    await heading(page, '已经投出').waitFor()
    expect(await rows(id)).toEqual(['blind 0', 'blind 1'])
    expect(cookies.filter(Boolean)).toEqual([])
    await logNow(db, id)
    await page.getByRole('link', { name: '查验回执' }).click()
    await page.getByText('选票在记录里，有效').waitFor()
    await page.context().close()
  }, 120_000)

  it('says so when the office took down another ballot than the one that was sent', async () => {
    const { slug } = await openElection(db, office, { order: 'official' })
    const page = await openPage(browser, { width: 375, height: 800 })
    await page.route('**/ballots', async route => {
      const sent = route.request().postDataJSON() as { choices: number[][] }
      await route.continue({ postData: JSON.stringify({ ...sent, choices: [[4, 5], []] }) })
    })
    await page.goto(`${site.base}/ballot/${slug}/vote`)
    await askCode(page, phoneOf(3))
    await button(page, '领取选票').click()
    await choose(page, ['候选1', '候选2', '候选11'])
    await button(page, '投出选票').click()
    await page.getByText('没有通过核对：记下的不是刚才投出的选票').waitFor()
    await page.context().close()
  }, 60_000)

  it('asks for the same credential and sends the same ballot again when a reply was lost', async () => {
    const { slug, id } = await openElection(db, office)
    const page = await openPage(browser, { width: 375, height: 800 })
    const bodies: (string | null)[] = []
    /** Lets the server do its work and loses the reply, once. */
    const loseOnce = (pattern: string) =>
      page.route(
        pattern,
        async route => {
          bodies.push(route.request().postData())
          await route.fetch()
          await route.abort()
        },
        { times: 1 },
      )
    page.on('request', request => {
      if (/\/(credentials|ballots)$/.test(request.url())) bodies.push(request.postData())
    })
    await loseOnce('**/credentials')
    await page.goto(`${site.base}/ballot/${slug}/vote`)
    await askCode(page, phoneOf(2))
    await button(page, '领取选票').click()
    await page.getByText('网络不通').waitFor()
    await page.reload()
    await choose(page, ['候选1', '候选2', '候选11'])
    await loseOnce('**/ballots')
    await button(page, '投出选票').click()
    await page.getByText('网络不通').waitFor()
    await page.reload()
    await heading(page, '已经投出').waitFor()
    expect(await rows(id)).toEqual(['blind 0'])
    expect(new Set(bodies.filter(body => body?.includes('blinded'))).size).toBe(1)
    expect(new Set(bodies.filter(body => body?.includes('choices'))).size).toBe(1)
    await page.context().close()
  }, 120_000)

  it('works without script and by keyboard alone, in the weaker mode that it names', async () => {
    const { slug, id } = await openElection(db, office)
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${site.base}/ballot/${slug}/vote`)
    expect(await page.getByText('简易方式：').isVisible()).toBe(true)
    for (const no of [1, 2, 11]) await page.locator(`input[value="${no}"]`).press('Space')
    await page.keyboard.press('Enter')
    await button(page, '去验证手机').click()
    await page.getByLabel('手机号码').fill(phoneOf(3))
    await button(page, '获取验证码').click()
    await page.getByLabel('验证码').waitFor()
    await page.getByLabel('验证码').fill(await lastCode(db, phoneOf(3)))
    await button(page, '下一步').click()
    await button(page, '投出选票').click()
    await heading(page, '已经投出').waitFor()
    expect(await rows(id)).toEqual(['plain 0'])
    await context.close()
  }, 60_000)
})

describe('the verifier in a browser', () => {
  it('opened from a disk without a network, passes a sound record and names the rule of a changed one', async () => {
    const { slug, id, poll } = await openElection(db, office)
    const voter = await poll.voter(phoneOf(4), 'blind')
    await poll.cast(voter, [[1, 2], [11]])
    await countOut(db, office, id)
    const record = await recordOf(office, slug)
    const file = join(folder, 'verifier.html')
    await writeFile(file, (await builtVerifier()).html)
    await writeFile(join(folder, 'record.jsonl'), record)
    await writeFile(join(folder, 'changed.jsonl'), record.replace('"choices":[[1,2],[11]]', '"choices":[[1,3],[11]]'))
    const page = await openPage(browser, { width: 375, height: 800 })
    await page.context().setOffline(true)
    await page.addInitScript('delete Object.hasOwn')
    await page.goto(pathToFileURL(file).href)
    await page.getByLabel(/投票记录/).setInputFiles(join(folder, 'record.jsonl'))
    await button(page, '开始核验').click()
    await heading(page, '通过：能查的每一条都成立').waitFor()
    expect(await faultsOn(page)).toEqual([])
    await page.getByLabel(/投票记录/).setInputFiles(join(folder, 'changed.jsonl'))
    await button(page, '开始核验').click()
    await heading(page, '没有通过：B09、B17').waitFor()
    await page.context().close()
  }, 60_000)
})
