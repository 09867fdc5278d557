import type { Context, MiddlewareHandler } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type NavLink, SiteLayout, type SitePage } from '#platform/ui/site/index.ts'
import { assets } from './assets.ts'
import { isElder } from './mode.ts'

export type SiteOptions = {
  /** Who runs the site; asked for each page, so that a changed setting shows at once. */
  officeName: () => string | Promise<string>
  demo: boolean
  /** Only pages that exist. */
  nav: NavLink[]
}

/** Sets the frame around whatever a room's page renders with `c.render(<Body />, { title })`. */
export const siteFrame =
  (options: SiteOptions): MiddlewareHandler =>
  async (c, next) => {
    c.setRenderer((content, page) => renderPage(c, options, content, page))
    await next()
  }

/** A whole page of the site, also where no frame was set (error handlers). */
export const renderPage = async (c: Context, options: SiteOptions, content: Child, page: SitePage) => {
  const html = (
    <SiteLayout
      {...page}
      officeName={await options.officeName()}
      nav={options.nav}
      demo={options.demo}
      elder={isElder(c)}
      path={returnAddress(c)}
      assets={assets}
    >
      {content}
    </SiteLayout>
  )
  c.header('cache-control', 'no-store')
  c.header('vary', 'cookie')
  return c.html(
    <>
      {raw('<!doctype html>')}
      {html}
    </>,
    page.status ?? 200,
  )
}

/** A page that answered a form cannot be returned to by its address. */
const returnAddress = (c: Context) => {
  if (c.req.method !== 'GET') return '/'
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
