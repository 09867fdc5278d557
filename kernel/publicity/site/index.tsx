import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { businessToday, type Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { publicNotices } from '../notice-queries.ts'
import { currentVersionOf, findPublicNotice, type NoticeRow } from '../notice-row.ts'
import { lookUpReceipt } from '../objection-queries.ts'
import { proveNotice } from '../proof.ts'
import { noticeStatus } from '../shared/status.ts'
import { showForm, takeObjection } from './forms.tsx'
import { active, crumbsTo, type PublicityPages } from './frame.ts'
import { NoticeList } from './notice-list.tsx'
import { ClosedNotice, NoticeArticle } from './notice-page.tsx'
import { noticePictureRoute, shownPictures } from './pictures.tsx'
import { chineseTime, ProofPage } from './proof-page.tsx'
import { maxFormBytes } from './read-form.ts'
import { receiptPages } from './receipts.tsx'

export type { PublicityPages } from './frame.ts'
export { NoticeArticle } from './notice-page.tsx'
export { CarriedFiles, EvidenceField, readPosted } from './posted.tsx'
export { keepSent, maxFormBytes, uploaderOf } from './read-form.ts'
export { ReceiptPage } from './receipt-page.tsx'
export { receiptPages } from './receipts.tsx'

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
  noticePictureRoute(app, db)
  app.get('/notices/:code/object', async c => showForm(c, pages, await requireNotice(c, db)))
  const limit = bodyLimit({
    maxSize: maxFormBytes,
    onError: () => {
      throw refuse('form.too-large', '附件合计超过30 MB，没有收到。请返回上一页，减少或压缩后再提交。', { status: 413 })
    },
  })
  app.post('/notices/:code/object', limit, async c => takeObjection(c, pages, await requireNotice(c, db)))
  const page = { title: '查询回执', active, crumbs: [{ label: '公示', href: '/notices' }, { label: '查询回执' }] }
  receiptPages(app, { ...pages, page, path: '/receipts', find: receipt => objectionFacts(db, receipt) })
}

const objectionFacts = async (db: Db, receipt: string) => {
  const found = await lookUpReceipt(db, receipt)
  if (!found) return undefined
  const { noticeTitle, receivedAt, state, publicReply } = found
  return [
    { term: '反映的公示', value: noticeTitle },
    { term: '收到时间', value: chineseTime(receivedAt) },
    { term: '办理状态', value: state },
    { term: '答复', value: publicReply ?? (state === '已办结' ? '已办结，详情请向受理单位了解。' : '尚未办结') },
  ]
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
  const shown = await shownPictures(db, notice)
  const article = { notice, status, today, statement, shown }
  return c.render(<NoticeArticle {...article} />, page)
}

const descriptionOf = (notice: NoticeRow) =>
  notice.state === 'issued' ? notice.content.intro.split('\n')[0]!.slice(0, 120) : undefined
