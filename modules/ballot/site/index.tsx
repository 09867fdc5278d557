import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { qrPicture } from '#kernel/documents/index.ts'
import { findPicture, serveFile } from '#kernel/files/index.ts'
import { readCode } from '#platform/crypto/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { issuedAnnouncement } from '../announcement/announcement.ts'
import { shownComments } from '../comments.ts'
import { frozenById } from '../election/frozen.ts'
import { type Election, publicElections } from '../election/load.ts'
import { wechatReady } from '../identity/wechat.ts'
import { awaitsHead, findByReceipt, headPage } from '../log/queries.ts'
import { proveInclusion } from '../log/tree.ts'
import { originOf } from '../routes/public.ts'
import { choiceFlaws } from '../shared/index.ts'
import { ballotAssets, serveAsset } from './bundle.ts'
import { active, type BallotPages } from './frame.ts'
import { candidateOf, categoryOf, electionOf } from './load.ts'
import { inOrder, orderSeed } from './order.ts'
import { AboutPage } from './pages/about.tsx'
import { CandidatePage, CategoryPage } from './pages/candidates.tsx'
import { ElectionPage } from './pages/election.tsx'
import { ElectionList } from './pages/elections.tsx'
import { type Found, ReceiptCheck, unknownReceipt } from './pages/receipt.tsx'
import { RecordPage } from './pages/record.tsx'
import { NoResultYet, ResultPage } from './pages/result.tsx'
import { show, showOf } from './show.tsx'
import { builtVerifier } from './verifier/build.ts'
import { isOpen, type ShowPaper, takePlain } from './vote/plain.tsx'
import { VotePage } from './vote/vote-page.tsx'

export type { BallotPages } from './frame.ts'
export { ballotNews } from './news.ts'

/** Binds the public pages of votes below /ballot: looking, voting, receipts, the record and its verifier. */
export const ballotPages = (app: Hono, pages: BallotPages): void => {
  const { db } = pages
  app.get('/ballot', async c => {
    const crumbs = [{ label: '评议' }]
    return show(c, <ElectionList elections={await publicElections(db)} />, { title: '网上评议', active, crumbs })
  })
  app.get('/ballot/receipts', c => checkReceipt(c, db))
  app.get('/ballot/receipts/qr.png', receiptPicture)
  fileRoutes(app)
  electionRoutes(app, db)
  voteRoutes(app, pages)
}

const fileRoutes = (app: Hono): void => {
  app.get('/ballot/assets/:name', async c => {
    const asset = Object.values(await ballotAssets()).find(({ address }) => address === c.req.path)
    return asset ? serveAsset(asset, c.req.header('accept-encoding') ?? '') : c.notFound()
  })
  app.get('/ballot/verifier.html', async () => {
    const { html } = await builtVerifier()
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'attachment; filename="ballot-verifier.html"',
    }
    return new Response(html, { headers })
  })
}

const electionRoutes = (app: Hono, db: Db): void => {
  app.get('/ballot/:slug', async c => {
    return showElection(c, db, await electionOf(c, db))
  })
  app.get('/ballot/:slug/categories/:category', async c => {
    const election = await electionOf(c, db)
    const category = categoryOf(c, election)
    const candidates = inOrder(election.rules, category, orderSeed(c))
    return showOf(c, election, category.name, <CategoryPage {...{ election, category, candidates }} />)
  })
  app.get('/ballot/:slug/candidates/:no', async c => {
    const election = await electionOf(c, db)
    const found = candidateOf(c, election)
    const published = election.state === 'published'
    const comments = published ? await shownComments(db, election.id, found.candidate.no) : []
    const words = comments.map(comment => comment.words)
    const body = <CandidatePage election={election} {...found} comments={words} />
    return showOf(c, election, found.candidate.name, body)
  })
  app.get('/ballot/:slug/pictures/:hash', async c => picture(c, db))
  app.get('/ballot/:slug/about', async c => {
    const election = await electionOf(c, db)
    return showOf(c, election, '了解更多', <AboutPage election={election} />)
  })
  app.get('/ballot/:slug/record', async c => showRecord(c, db))
  app.get('/ballot/:slug/result', async c => {
    const election = await electionOf(c, db)
    const notice = await issuedAnnouncement(db, election.id, 'result')
    const body =
      election.state === 'published' ? (
        <ResultPage election={election} result={election.result!} notice={notice} />
      ) : (
        <NoResultYet election={election} />
      )
    return showOf(c, election, '结果', body)
  })
}

const showElection = async (c: Context, db: Db, election: Election, status: 200 | 409 = 200) => {
  const announcement = await issuedAnnouncement(db, election.id)
  return showOf(c, election, undefined, <ElectionPage election={election} announcement={announcement} />, status)
}

/** Only pictures of the frozen list are given out by their hash. */
const picture = async (c: Context, db: Db) => {
  const election = await electionOf(c, db)
  const hash = c.req.param('hash') ?? ''
  const listed = election.rules.categories.some(({ candidates }) => candidates.some(each => each.picture === hash))
  const file = listed ? await findPicture(db, hash) : undefined
  if (!file) throw refuse('not.found', '没有这张照片。', { status: 404 })
  return serveFile({ ...file, public: true }, {})
}

const showRecord = async (c: Context, db: Db) => {
  const election = await electionOf(c, db)
  const before = Number(c.req.query('before'))
  const page = await headPage(db, election.id, Number.isSafeInteger(before) && before > 0 ? before : undefined)
  const { hash } = await builtVerifier()
  const { document } = await frozenById(db, election.id)
  const inWechat = /MicroMessenger/i.test(c.req.header('user-agent') ?? '')
  const more = { verifierHash: hash, witnesses: document.witnesses, inWechat }
  const body = <RecordPage election={election} {...page} {...more} />
  return showOf(c, election, '投票记录', body)
}

const checkReceipt = async (c: Context, db: Db) => {
  const typed = (c.req.query('number') ?? '').slice(0, 60)
  const code = typed ? readCode(typed) : undefined
  const found = code ? await findByReceipt(db, code) : undefined
  const waits = code !== undefined && !found && (await awaitsHead(db, code))
  const error = typed && !found && !waits ? unknownReceipt(code) : undefined
  const shown = found && (await proven(db, found))
  const crumbs = [{ label: '评议', href: '/ballot' }, { label: '查验回执' }]
  const page = { title: '查验回执', active, crumbs, status: error ? (422 as const) : (200 as const) }
  return show(c, <ReceiptCheck typed={typed} error={error} waits={waits} found={shown} />, page)
}

/** The address of a receipt's check as a QR code: for paper, and for another telephone. */
const receiptPicture = async (c: Context) => {
  const code = readCode((c.req.query('number') ?? '').slice(0, 60))
  if (!code) throw refuse('not.found', '受理号不对。', { status: 404 })
  const picture = await qrPicture(`${originOf(c.req.url)}/ballot/receipts?number=${code}`)
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png', 'cache-control': 'private' } })
}

const proven = async (db: Db, found: Omit<Found, 'path'>): Promise<Found> => {
  const frozen = await frozenById(db, found.electionId)
  return { ...found, path: await proveInclusion(db, frozen, found.index, found.size) }
}

const voteRoutes = (app: Hono, pages: BallotPages): void => {
  const { db } = pages
  const paper: ShowPaper = async (c, posted, status) => {
    const election = await electionOf(c, db)
    const flaws = status === 422 ? choiceFlaws(election.rules, posted.choices) : []
    return showPaper(c, election, { choices: posted.choices, flaws, status })
  }
  app.get('/ballot/:slug/vote', async c => {
    const election = await electionOf(c, db)
    if (!isOpen(election)) return showElection(c, db, election)
    return showPaper(c, election, { choices: [], flaws: [], status: 200 })
  })
  app.post('/ballot/:slug/vote', bodyLimit({ maxSize: 256 * 1024 }), async c => {
    const election = await electionOf(c, db)
    if (!isOpen(election)) return showElection(c, db, election, 409)
    return takePlain(c, pages, election, paper)
  })
}

type Shown = { choices: number[][]; flaws: ReturnType<typeof choiceFlaws>; status: 200 | 422 }

const showPaper = async (c: Context, election: Election, { status, ...shown }: Shown) => {
  const { vote } = await ballotAssets()
  const page = { election, seed: orderSeed(c), script: vote.address, wechatReady: wechatReady(), ...shown }
  return showOf(c, election, '投票', <VotePage {...page} />, status)
}
