import type { Hono } from 'hono'
import { Home } from '#apps/site/index.ts'
import { slipMatter } from '#kernel/access/index.ts'
import { type SlipPages, slipPages } from '#kernel/access/site/index.tsx'
import { notify } from '#kernel/notifications/index.ts'
import { type PublicityPages, publicityPages } from '#kernel/publicity/site/index.tsx'

/** Only pages that exist. */
export const nav = [
  { label: '首页', href: '/' },
  { label: '公示', href: '/notices' },
]

type Pages = PublicityPages & { demo: boolean }

/** The public site: every room's pages, and the home page that gathers what is going on. */
export const bindPages = (app: Hono, pages: Pages): void => {
  app.get('/', c =>
    c.render(<Home campaigns={[]} notices={[]} results={[]} all={{ notices: '/notices' }} />, {
      title: '',
      active: '/',
    }),
  )
  publicityPages(app, pages)
  slipPages(app, { ...pages, sendCode, matter: slipMatter })
}

const sendCode: SlipPages['sendCode'] = (tx, { phone, ...message }) =>
  notify(tx, { postIds: [], smsTo: [phone], ...message })
