import type { Context, Hono } from 'hono'
import { chineseDate, chineseSpan } from '#kernel/calendar/shared/index.ts'
import { formatsHere } from '#kernel/documents/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadClock } from '../facts/load.ts'
import { paperPages } from '../papers/site/index.tsx'
import { findOpening } from '../self/opening.ts'
import { CampaignList, CampaignPage } from './campaign-pages.tsx'
import {
  nowOf,
  type PublicCampaign,
  publicCampaign,
  publicCampaigns,
  publishedResults,
  runningNotices,
} from './campaigns.ts'
import { honoursNumbered, publicResults, publicWinner, searchHonours } from './honours.ts'
import { HonourCheck, ResultsPage, WinnerPage } from './result-pages.tsx'
import { SearchPage, searchNotices } from './search.tsx'

const active = '/selection'
const idIn = (text: string | undefined) => (text && /^\d{1,15}$/.test(text) ? Number(text) : undefined)
const typed = (c: Context, name: string) => (c.req.query(name) ?? '').normalize('NFC').trim().slice(0, 60)

/** Binds the public pages: campaigns, lists, winners' stories, the check of a number, the search. */
export const selectionPages = (app: Hono, { db }: { db: Db }): void => {
  app.get('/selection', async c => {
    const after = idIn(c.req.query('after'))
    const list = await publicCampaigns(db, { after })
    const clock = await loadClock(db)
    const rows = list.rows.map(row => ({ ...row, now: nowOf(row.plan, row.steps, clock) }))
    return c.render(<CampaignList rows={rows} next={list.next} first={!after} />, {
      title: '推选',
      active,
      crumbs: [{ label: '推选' }],
    })
  })
  app.get('/selection/:slug', c => showCampaign(c, db))
  app.get('/selection/:slug/results', c => showResults(c, db))
  app.get('/selection/:slug/winners/:number', c => showWinner(c, db))
  app.get('/honours', async c => {
    const number = typed(c, 'number')
    const found = number ? await honoursNumbered(db, number) : []
    const title = '核对荣誉编号'
    return c.render(<HonourCheck number={number} found={found} />, { title, crumbs: [{ label: title }] })
  })
  app.get('/search', c => showSearch(c, db))
  paperPages(app, { db })
}

const requireCampaign = async (c: Context, db: Db): Promise<PublicCampaign> => {
  const campaign = await publicCampaign(db, c.req.param('slug') ?? '')
  if (!campaign) throw refuse('not.found', '没有找到这项推选，地址可能写错了。', { status: 404 })
  return campaign
}

const crumbsTo = ({ slug, title }: PublicCampaign, below = true) => [
  { label: '推选', href: '/selection' },
  { label: title, ...(below && { href: `/selection/${slug}` }) },
]

const showCampaign = async (c: Context, db: Db) => {
  const found = await requireCampaign(c, db)
  const campaign = { ...found, now: nowOf(found.plan, found.steps, await loadClock(db)) }
  const notices = await runningNotices(db, campaign.id)
  const hasResults = (await resultCode(db, campaign.id)) !== undefined
  const opening = await findOpening(db, campaign.slug)
  const selfDue = opening && opening !== 'closed' ? { dueOn: opening.dueOn, byOthers: opening.byOthers } : undefined
  const { formats } = await formatsHere()
  return c.render(<CampaignPage {...{ campaign, notices, hasResults, selfDue, formats }} />, {
    ...{ title: campaign.title, active, crumbs: crumbsTo(campaign, false) },
    description: campaign.plan.purpose?.slice(0, 120) ?? campaign.title,
  })
}

/** The issued list of a campaign, if it is out. */
const resultCode = async (db: Db, campaignId: number): Promise<string | undefined> => {
  const { rows } = await sql<{ code: string }>`
    select code from publicity.notice where module = 'selection' and matter_id = ${campaignId} and kind = 'result'
      and state = 'issued' order by version desc limit 1`.execute(db)
  return rows[0]?.code
}

const showResults = async (c: Context, db: Db) => {
  const campaign = await requireCampaign(c, db)
  const noticeCode = await resultCode(db, campaign.id)
  if (!noticeCode) throw refuse('not.found', '这项推选的名单还没有公布。', { status: 404 })
  const [search, after] = [typed(c, 'q'), c.req.query('after')]
  const list = await publicResults(db, campaign, { search, after })
  return c.render(<ResultsPage {...{ ...list, campaign, search, noticeCode, first: !after }} />, {
    ...{ title: `${campaign.title}名单`, active },
    crumbs: [...crumbsTo(campaign), { label: '名单' }],
  })
}

const showWinner = async (c: Context, db: Db) => {
  const campaign = await requireCampaign(c, db)
  const winner = await publicWinner(db, campaign, c.req.param('number') ?? '')
  if (!winner) throw refuse('not.found', '没有找到这个页面，可能没有公开。', { status: 404 })
  const results = { label: '名单', href: `/selection/${campaign.slug}/results` }
  return c.render(<WinnerPage winner={winner} />, {
    ...{ title: winner.honour.name, active },
    crumbs: [...crumbsTo(campaign), results, { label: winner.honour.name }],
  })
}

const showSearch = async (c: Context, db: Db) => {
  const [search, after] = [typed(c, 'q'), idIn(c.req.query('after'))]
  const enough = [...search].length >= 2
  const notices = enough && !after ? await searchNotices(db, search) : []
  const honours = enough ? await searchHonours(db, search, after) : { rows: [], next: null }
  return c.render(
    <SearchPage search={search} notices={notices} honours={honours.rows} next={honours.next} first={!after} />,
    { title: '查询', active: '/search', crumbs: [{ label: '查询' }] },
  )
}

/** What the first page shows of selection: what is going on, what can be objected to, what came of it. */
export const selectionNews = async (db: Db) => {
  const { rows } = await publicCampaigns(db, { running: true, limit: 6 })
  const clock = await loadClock(db)
  return {
    campaigns: rows.map(({ slug, title, plan, organiser, steps }) => ({
      title,
      href: `/selection/${slug}`,
      meta: [organiser, plan.categories.map(({ shortName, name }) => shortName ?? name).join('、')].join(' · '),
      stages: steps,
      now: nowOf(plan, steps, clock),
    })),
    notices: (await runningNotices(db)).map(({ code, title, unitName, publishedOn, lastDay }) => ({
      title,
      href: `/notices/${code}`,
      meta: `${unitName} · 公示期${chineseSpan(publishedOn, lastDay)}`,
    })),
    results: (await publishedResults(db, 6)).map(({ slug, title, unitName, publishedOn, n }) => ({
      title: `${title}名单`,
      href: `/selection/${slug}/results`,
      meta: `${unitName} · ${chineseDate(publishedOn)}公布 · 共${n}个`,
    })),
  }
}
