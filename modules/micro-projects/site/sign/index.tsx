import type { Context, Hono } from 'hono'
import type { Db } from '#platform/db/index.ts'
import { findProject } from '../../project/load.ts'
import { signingStates } from '../../shared/index.ts'
import { closedWords, findLink } from '../../signatures/link.ts'
import { serveSignAsset, signAssets } from './assets.ts'
import { ClosedPage, SignPage } from './pages.tsx'

/** Binds the page by which a household signs on its own telephone: `/sign/{token}`, without an account. */
export const signPages = (app: Hono, { db }: { db: Db }): void => {
  app.get('/sign/assets/:name', async c => (await serveSignAsset(c.req.path)) ?? c.notFound())
  app.get('/sign/:token', c => showLink(c, db, c.req.param('token')))
}

const showLink = async (c: Context, db: Db, token: string) => {
  // Whoever has the address has the link: it goes to no other page, no index and no shared cache.
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  const link = token.length <= 100 ? await findLink(db, token) : undefined
  const project = link && (await findProject(db, link.projectId))
  if (!link || !project) return closed(c, '链接不完整或者无效，请重新扫码，或者完整复制链接。', 404)
  if (link.state !== 'open') return closed(c, closedWords[link.state], 409)
  if (!signingStates.includes(project.state)) return closed(c, '这个项目的签名已经截止，不用再签。', 409)
  const { script, styles } = await signAssets()
  return c.render(
    <>
      <link rel="stylesheet" href={styles.address} />
      <SignPage project={project} link={link} />
      <script src={script.address} defer />
    </>,
    { title: '微实事项目签名' },
  )
}

const closed = (c: Context, message: string, status: 404 | 409) =>
  c.render(<ClosedPage message={message} />, { title: '签名链接', status })
