import type { Child } from 'hono/jsx'
import type { Crumb, SitePage } from './page.ts'

export type NavLink = { label: string; href: string }

export type SiteLayoutProps = SitePage & {
  children?: Child
  /** Who runs the site: stands in the head, the foot and the window's title. */
  officeName: string
  nav: NavLink[]
  demo: boolean
  elder: boolean
  /** Address of the page, to return to after a change of mode. */
  path: string
  assets: { styles: string; fonts: string; readAloud: string }
}

/** The frame of every public page. It works without script, by keyboard, on paper and at 320 px. */
export const SiteLayout = (props: SiteLayoutProps) => (
  <html lang="zh-CN" data-mode={props.elder ? 'elder' : undefined}>
    <Head {...props} />
    <body>
      <a class="skip" href="#main">
        跳到正文
      </a>
      {props.demo && (
        <aside class="demo-banner" aria-label="提示">
          演示数据，非真实情况
        </aside>
      )}
      <SiteHeader {...props} />
      <main id="main" tabindex={-1}>
        {props.crumbs && <Breadcrumb crumbs={props.crumbs} />}
        {props.children}
      </main>
      <SiteFooter {...props} />
      {/* At the end, so that the page is shown before the fonts are known. */}
      <link rel="stylesheet" href={props.assets.fonts} />
    </body>
  </html>
)

const Head = ({ title, description, officeName, assets, elder }: SiteLayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    <title>{title ? `${title} · ${officeName}` : officeName}</title>
    {description && <meta name="description" content={description} />}
    <link rel="icon" href="/assets/seal.svg" type="image/svg+xml" />
    <link rel="stylesheet" href={assets.styles} />
    {elder && <script src={assets.readAloud} defer />}
  </head>
)

const SiteHeader = ({ officeName, nav, active, elder, path }: SiteLayoutProps) => (
  <header class="site-header">
    <a class="site-mark" href="/">
      <span class="seal" aria-hidden="true">
        实事
      </span>
      <b>
        {officeName} <span>为群众办实事</span>
      </b>
    </a>
    <nav aria-label="主导航">
      <ul>
        {nav.map(({ label, href }) => (
          <li>
            <a href={href} aria-current={href === active ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <ModeSwitch elder={elder} path={path} />
  </header>
)

/** Turns 长辈版 on and off; a form, so that it works without script and no link checker turns it. */
const ModeSwitch = ({ elder, path }: { elder: boolean; path: string }) => (
  <form class="mode-switch" method="post" action="/mode">
    <input type="hidden" name="mode" value={elder ? 'ordinary' : 'elder'} />
    <input type="hidden" name="back" value={path} />
    <button type="submit">{elder ? '返回普通版' : '长辈版'}</button>
  </form>
)

const Breadcrumb = ({ crumbs }: { crumbs: Crumb[] }) => (
  <nav class="crumbs" aria-label="所在位置">
    <ol>
      <li>
        <a href="/">首页</a>
      </li>
      {crumbs.map(({ label, href }) => (
        <li>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
      ))}
    </ol>
  </nav>
)

const SiteFooter = ({ officeName, demo }: SiteLayoutProps) => (
  <footer class="site-footer">
    <p>
      主办：{officeName}
      {demo && '（演示）'}
    </p>
    <p>
      <a class="site-footer-link" href="/desk/">
        工作人员登录
      </a>
    </p>
  </footer>
)
