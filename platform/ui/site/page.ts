import type { Child } from 'hono/jsx'

export type Crumb = { label: string; href?: string }

/** What a page of the public site says of itself; the shell adds the rest. */
export type SitePage = {
  /** Of the window; the office's name follows it. */
  title: string
  /** Address of the navigation link that this page belongs to. */
  active?: string
  /** From the home page down; the last one is this page and has no address. */
  crumbs?: Crumb[]
  status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  /** One sentence for search engines and cards in chats. */
  description?: string
}

declare module 'hono' {
  /** Pages are rendered by `c.render(<Body />, { title })`; the site's shell sets the frame (apps/site). */
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: an interface is needed to merge with Hono's own
    (content: Child, page: SitePage): Response | Promise<Response>
  }
}
