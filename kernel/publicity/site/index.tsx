import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { businessToday, type Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { publicNotices } from '../notice-queries.ts'
import { currentVersionOf, findPublicNotice, type NoticeRow } from '../notice-row.ts'
import { proveNotice } from '../proof.ts'
import { noticeStatus } from '../shared/status.ts'
import { lookUp, showForm, takeObjection } from './forms.tsx'
import { active, crumbsTo, type PublicityPages } from './frame.ts'
import { NoticeList } from './notice-list.tsx'
import { ClosedNotice, NoticeArticle } from './notice-page.tsx'
import { ProofPage } from './proof-page.tsx'
import { maxFormBytes } from './read-form.ts'
import { ReceiptLookup } from './receipt-page.tsx'

export type { PublicityPages } from './frame.ts'
export { NoticeArticle } from './notice-page.tsx'
export { keepSent, maxFormBytes, type SentFiles, splitSent, uploaderOf } from './read-form.ts'

/** Binds the public pages: the list, a notice with its proof, the objection form, and receipts. */
export const publicityPages = (app: Hono, pages: PublicityPages): void => {
  const { db } = pages
  app.get('/notices', async c => {
    const after = c.req.query('after')
    const list = await publicNotices(
      db,
      'publicity',
      after && /^\d{4}-\d\d-\d\d\.\d{1,15}$/.test(after) ? after : undefined,
    )
    return c.render(<NoticeList {...list} first={!after} />, { title: '公示', active, crumbs: [{ label: '公示' }] })
  })
  app.get('/notices/:code', async c => showNotice(c, db, await requireNotice(c, db)))
  app.get('/notices/:code/proof', async c => {
    const notice = await requireNotice(c, db)
    const crumbs = [...crumbsTo(notice), { label: '核验' }]
    return c.render(<ProofPage proof={await proveNotice(db, notice)} />, { title: '名单核验', active, crumbs })
  })
  app.get('/notices/:code/object', async c => showForm(c, pages, await requireNotice(c, db)))
  const limit = bodyLimit({
    maxSize: maxFormBytes,
    onError: () => {
      throw refuse('form.too-large', '附件合计超过30 MB，没有收到。请返回上一页，减少或压缩后再提交。', { status: 413 })
    },
  })
  app.post('/notices/:code/object', limit, async c => takeObjection(c, pages, await requireNotice(c, db)))
  const lookup = { title: '查询回执', active, crumbs: [{ label: '公示', href: '/notices' }, { label: '查询回执' }] }
  app.get('/receipts', c => c.render(<ReceiptLookup typed="" />, lookup))
  app.post('/receipts', bodyLimit({ maxSize: 4096 }), c => lookUp(c, pages, lookup))
}

const requireNotice = async (c: Context, db: Db): Promise<NoticeRow> => {
  const notice = await findPublicNotice(db, c.req.param('code') ?? '')
  if (!notice) throw refuse('not.found', '没有找到这份公示，地址可能写错了，或者还没有发布。', { status: 404 })
  return notice
}

const showNotice = async (c: Context, db: Db, notice: NoticeRow) => {
  const page = { title: notice.title, active, crumbs: crumbsTo(notice, false), description: descriptionOf(notice) }
  if (notice.state !== 'issued')
    return c.render(<ClosedNotice notice={notice} current={await currentVersionOf(db, notice)} />, page)
  const today = await businessToday(db)
  const { statement } = await proveNotice(db, notice)
  const status = noticeStatus(notice, today)
  return c.render(<NoticeArticle notice={notice} status={status} today={today} statement={statement} />, page)
}

const descriptionOf = (notice: NoticeRow) =>
  notice.state === 'issued' ? notice.content.intro.split('\n')[0]!.slice(0, 120) : undefined
