import type { Context, Hono } from 'hono'
import { formatsHere } from '#kernel/documents/index.ts'
import type { PaperFormat } from '#kernel/documents/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { publicCampaign } from '../../site/campaigns.ts'
import { bannerOf } from '../banner.ts'
import { blankForm } from '../blank/blank.ts'
import { checkCertificate } from '../certificate/certificate.ts'
import { paperResponse } from '../render.ts'
import { checkSheet } from '../sheet/sheet.ts'
import { CertificatePage, SheetPage } from './check-pages.tsx'

const typed = (c: Context) => (c.req.param('code') ?? c.req.query('code') ?? '').normalize('NFC').trim().slice(0, 40)

/** Public checks of what was printed, and empty forms of a campaign. */
export const paperPages = (app: Hono, { db }: { db: Db }): void => {
  for (const path of ['/papers', '/papers/:code']) app.get(path, c => showSheet(c, db))
  for (const path of ['/certificates', '/certificates/:code']) app.get(path, c => showCertificate(c, db))
  app.get('/selection/:slug/forms/:form/:format', c => sendBlankForm(c, db))
}

const showSheet = async (c: Context, db: Db) => {
  const code = typed(c)
  const found = code ? await checkSheet(db, code) : undefined
  const title = '核对打印的表'
  return c.render(<SheetPage code={code} found={found} />, { title, crumbs: [{ label: title }] })
}

const showCertificate = async (c: Context, db: Db) => {
  const code = typed(c)
  const found = code ? await checkCertificate(db, code) : undefined
  const title = '核对荣誉证书'
  return c.render(<CertificatePage code={code} found={found} />, { title, crumbs: [{ label: title }] })
}

const sendBlankForm = async (c: Context, db: Db) => {
  const campaign = await publicCampaign(db, c.req.param('slug') ?? '')
  const { formats } = await formatsHere()
  const format = formats.find(one => one === c.req.param('format')) as PaperFormat | undefined
  if (!campaign || !format) throw refuse('not.found', '没有找到这张表，地址可能写错了。', { status: 404 })
  const { document, name } = blankForm(campaign.plan, c.req.param('form') ?? '', await bannerOf(db))
  return paperResponse(document, format, name)
}
