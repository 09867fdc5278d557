import type { Hono } from 'hono'
import { Home } from '#apps/site/index.ts'
import { type PublicityPages, publicityPages } from '#kernel/publicity/site/index.tsx'

/** Only pages that exist. */
export const nav = [
  { label: '首页', href: '/' },
  { label: '公示', href: '/notices' },
]

/** The public site: every room's pages, and the home page that gathers what is going on. */
export const bindPages = (app: Hono, pages: PublicityPages): void => {
  app.get('/', c =>
    c.render(<Home campaigns={[]} notices={[]} results={[]} all={{ notices: '/notices' }} />, {
      title: '',
      active: '/',
    }),
  )
  publicityPages(app, pages)
}
