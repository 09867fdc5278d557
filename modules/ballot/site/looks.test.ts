import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import * as notices from '#kernel/publicity/shared/index.ts'
import { launchBrowser } from '#platform/testing/browser.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { faultsOfPages, serveForTests, views } from '#platform/testing/pages.ts'
import { ballotApi, ballotDeskApi } from '../shared/index.ts'
import { countOut, logNow, openElection, phoneOf, sampleWindow, setNow, testOffice } from '../testing.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const { organiser, checker, issuer, server } = office

/** 拟稿—审核—签发 of the notice that a vote's state asks for. */
const announce = async (id: number): Promise<string> => {
  const { noticeId } = await organiser.call(ballotDeskApi.draftAnnouncement, { params: { id }, body: {} })
  const [params, body] = [{ id: noticeId }, { secrecyChecked: true as const }]
  await organiser.call(notices.sendNotice, { params, body })
  await checker.call(notices.approveNotice, { params, body })
  await issuer.call(notices.issueNotice, { params, body: {} })
  return `/notices/${(await organiser.call(notices.getNotice, { params })).code}`
}

/** A vote that is over, with a comment; one that runs; a receipt of it. */
const held = async () => {
  const over = await openElection(db, office)
  const { token } = await over.poll.admitted(phoneOf(1))
  const comment = { token, candidate: 1, words: '办事公道，随叫随到。' }
  await server.visitor.call(ballotApi.sendComment, { params: { slug: over.slug }, body: comment })
  const { comments } = await checker.call(ballotDeskApi.listDeskComments, { params: { id: over.id }, query: {} })
  const params = { id: over.id, commentId: comments[0]!.id }
  await checker.call(ballotDeskApi.decideComment, { params, body: { show: true } })
  await over.poll.cast(await over.poll.voter(phoneOf(2)), [[1, 2], [11]])
  await countOut(db, office, over.id)
  const result = await announce(over.id)
  const runs = await openElection(db, office, { closesAt: '2017-05-25T10:00:00Z' })
  const { number } = await runs.poll.cast(await runs.poll.voter(phoneOf(3)), [[1, 2], []])
  await logNow(db, runs.id)
  return { over, runs, addresses: [result, await announce(runs.id), `/ballot/receipts?number=${number}`] }
}
const { over, runs, addresses } = await held()
await setNow(db, sampleWindow.opensAt)

const below = ['', '/vote', '/categories/teams', '/candidates/1', '/about', '/record', '/result']
const paths = [over, runs].flatMap(({ slug }) => below.map(each => `/ballot/${slug}${each}`)).concat(addresses)

let browser: Browser
let site: Awaited<ReturnType<typeof serveForTests>>
beforeAll(async () => {
  site = await serveForTests(buildApp(db, { demo: true, trustProxy: 0 }).app)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  site.close()
})

it.each(views)(
  'The pages of a vote can be read by everyone: $mode mode, $width px',
  async view => {
    expect(await faultsOfPages(browser, site.base, paths, view)).toEqual([])
  },
  120_000,
)
