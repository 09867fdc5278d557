import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { chineseDate, civilDay } from '#kernel/calendar/shared/index.ts'
import { usedWithin } from '#kernel/publicity/index.ts'
import { keepSent, maxFormBytes, ReceiptPage, receiptPages, uploaderOf } from '#kernel/publicity/site/index.tsx'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { once, refuse } from '#platform/http/index.ts'
import { findOpening, type Opening } from '../opening.ts'
import { lookUpSelf } from '../queries.ts'
import { receiveSelf } from '../receive.ts'
import { blank, type FieldError, faultsIn, steps, type Typed } from '../typed.ts'
import { type FormState, SelfForm } from './form-page.tsx'
import { NotOpen } from './not-open.tsx'
import { readStep } from './read.ts'

export type SelfPages = {
  db: Db
  /** Where a request comes from, behind trusted proxies: what the limit counts by. */
  clientAddress: (c: Context) => string
}

/** The public's 自荐 and 举荐: the form of a campaign at `/self-recommendations/{slug}`, and receipts above it. */
export const selfPages = (app: Hono, pages: SelfPages): void => {
  const find = (receipt: string) => selfFacts(pages.db, receipt)
  receiptPages(app, { ...pages, path: '/self-recommendations', page: { title: '查询自荐、举荐' }, find })
  app.get('/self-recommendations/:slug', async c => {
    const opening = await openingOf(c, pages.db)
    if (opening === 'closed') return notOpen(c)
    return show(c, { opening, typed: blank(opening), step: 0, errors: [] })
  })
  app.post('/self-recommendations/:slug', limit, async c => {
    const opening = await openingOf(c, pages.db)
    return opening === 'closed' ? notOpen(c) : take(c, pages, opening)
  })
}

const selfFacts = async (db: Db, receipt: string) => {
  const found = await lookUpSelf(db, receipt)
  return (
    found && [
      { term: '活动', value: found.campaignTitle },
      { term: '收到日期', value: chineseDate(civilDay(found.receivedAt)) },
      { term: '办理状态', value: found.state },
      ...(found.reason ? [{ term: '说明', value: found.reason }] : []),
    ]
  )
}

const limit = bodyLimit({
  maxSize: maxFormBytes,
  onError: () => {
    throw refuse('form.too-large', '附件合计超过30 MB，没有收到。请返回上一页，减少或压缩后再提交。', { status: 413 })
  },
})

const openingOf = async (c: Context, db: Db): Promise<Opening | 'closed'> => {
  const opening = await findOpening(db, c.req.param('slug') ?? '')
  if (!opening) throw refuse('not.found', '没有找到这项活动。', { status: 404 })
  return opening
}

const notOpen = (c: Context) => c.render(<NotOpen />, { title: '不受理自荐和举荐', status: 409 })

const show = (c: Context, state: FormState, status: 200 | 422 | 429 = 200) =>
  c.render(<SelfForm {...state} />, { title: `${steps[state.step]} · 自荐或举荐`, status })

/** In an hour from one place: each step counts, and households and offices share an address. */
const mostSteps = 80
const tooOften: FieldError = {
  name: 'phone',
  message: '从您所在的网络提交得太多了，请一小时后再试。您填写的内容还在。',
}

/** Takes one step: what is wrong is said at its field, and nothing typed or sent is lost. */
const take = async (c: Context, pages: SelfPages, opening: Opening) => {
  const { step, go, files, ...read } = await readStep(c, opening)
  const used = { form: 'self', address: pages.clientAddress(c), most: mostSteps }
  if (!(await usedWithin(pages.db, used))) return show(c, { opening, typed: read.typed, step, errors: [tooOften] }, 429)
  const { sent, error } = await keepSent(pages.db, { typed: read.typed, files })
  const typed = { ...read.typed, sent }
  if (go === 'back') return show(c, { opening, typed, step: Math.max(step - 1, 0), errors: [] })
  const wrong = firstWrong(opening, typed, go === 'send' ? steps.length - 1 : step, { step, error })
  if (wrong) return show(c, { opening, typed, ...wrong }, 422)
  if (go === 'next') return show(c, { opening, typed, step: step + 1, errors: [] })
  const receipt = await handIn(pages.db, opening, typed)
  const taken = `您的推荐已送${officeOf(opening, typed)}。`
  const lookup = { href: '/self-recommendations', label: '查询办理情况' }
  return c.render(<ReceiptPage {...{ receipt, taken, lookup }} />, { title: '已经收到' })
}

/** The first step, up to the one reached, that something must be corrected in. */
const firstWrong = (
  opening: Opening,
  typed: Typed,
  upTo: number,
  files: { step: number; error: string | undefined },
): { step: number; errors: FieldError[] } | undefined => {
  for (let step = 0; step <= upTo; step += 1) {
    const errors = faultsIn(opening, typed, step)
    if (files.error && files.step === step) errors.push({ name: 'evidence', message: files.error })
    if (errors.length > 0) return { step, errors }
  }
  return undefined
}

const officeOf = ({ units, campaign }: Opening, { submissionId }: Typed) =>
  units.find(unit => String(unit.submissionId) === submissionId)?.name ?? campaign.organiserName

/** One recommendation for one filled-in form, however often its button was pressed. */
const handIn = (db: Db, opening: Opening, typed: Typed): Promise<string> =>
  inTransaction(db, async tx => {
    const endpoint = `post /self-recommendations/${opening.campaign.slug}`
    const caller = { key: typed.token, actor: 'public', endpoint, body: typed }
    const { receipt } = await once(tx, caller, async () => ({
      receipt: await receiveSelf(tx, opening, typed, uploaderOf(typed)),
    }))
    return receipt
  })
