import type { Hono } from 'hono'
import { Home } from '#apps/site/index.ts'
import { slipMatter } from '#kernel/access/index.ts'
import { type SlipPages, slipPages } from '#kernel/access/site/index.tsx'
import { notify } from '#kernel/notifications/index.ts'
import { type PublicityPages, publicityPages } from '#kernel/publicity/site/index.tsx'
import { ballotNews, ballotPages } from '#modules/ballot/site/index.tsx'
import { microNews, microPages } from '#modules/micro-projects/site/index.tsx'
import { selfPages } from '#modules/selection/self/site/index.tsx'
import { selectionNews, selectionPages } from '#modules/selection/site/index.tsx'

/** Only pages that exist. */
export const nav = [
  { label: '首页', href: '/' },
  { label: '公示', href: '/notices' },
  { label: '微实事', href: '/micro' },
  { label: '推选', href: '/selection' },
  { label: '评议', href: '/ballot' },
  { label: '查询', href: '/search' },
]

type Pages = PublicityPages & { demo: boolean }

/** The public site: every room's pages, and the home page that gathers what is going on. */
export const bindPages = (app: Hono, pages: Pages): void => {
  app.get('/', async c => {
    const all = { notices: '/notices', campaigns: '/selection', results: '/search' }
    const [news, votes] = [await selectionNews(pages.db), await ballotNews(pages.db)]
    const works = await microNews(pages.db)
    return c.render(<Home {...news} votes={votes} works={works} all={all} />, { title: '', active: '/' })
  })
  publicityPages(app, pages)
  selectionPages(app, pages)
  selfPages(app, pages)
  ballotPages(app, pages)
  microPages(app, pages)
  slipPages(app, { ...pages, sendCode, matter: slipMatter })
}

const sendCode: SlipPages['sendCode'] = (tx, { phone, ...message }) =>
  notify(tx, { postIds: [], smsTo: [phone], ...message })
