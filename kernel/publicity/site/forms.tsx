import type { Context } from 'hono'
import { businessToday, inTransaction } from '#platform/db/index.ts'
import { once, Problem } from '#platform/http/index.ts'
import type { SitePage } from '#platform/ui/site/index.ts'
import { usedWithin } from '../form-use.ts'
import type { NoticeRow } from '../notice-row.ts'
import { receiveObjection } from '../objection.ts'
import { newObjectionSchema } from '../shared/objection-api.ts'
import { noticeStatus } from '../shared/status.ts'
import { active, crumbsTo, type PublicityPages } from './frame.ts'
import { type FieldError, ObjectionClosed, ObjectionForm } from './objection-form.tsx'
import { blankForm, keepSent, readForm, type Typed, uploaderOf } from './read-form.ts'
import { ReceiptPage } from './receipt-page.tsx'

const pageOf = (notice: NoticeRow, status: NonNullable<SitePage['status']> = 200): SitePage => ({
  title: '反映情况',
  active,
  crumbs: [...crumbsTo(notice), { label: '反映情况' }],
  status,
})

const isRunning = async ({ db }: PublicityPages, notice: NoticeRow) =>
  noticeStatus(notice, await businessToday(db)).phase === 'running'

export const showForm = async (c: Context, pages: PublicityPages, notice: NoticeRow) => {
  if (!(await isRunning(pages, notice))) return c.render(<ObjectionClosed notice={notice} />, pageOf(notice, 409))
  const form = <ObjectionForm notice={notice} typed={blankForm(c.req.query('item'))} errors={[]} />
  return c.render(form, pageOf(notice))
}

/** In an hour from one place. Households and offices share an address, so the limit is wide and its refusal helps. */
const MOST = 20

/** Takes the form: what is wrong is said at its field, and nothing typed or sent is lost. */
export const takeObjection = async (c: Context, pages: PublicityPages, notice: NoticeRow) => {
  if (!(await isRunning(pages, notice))) return c.render(<ObjectionClosed notice={notice} />, pageOf(notice, 409))
  const form = await readForm(c)
  const again = (typed: Typed, errors: FieldError[], status: 422 | 429) =>
    c.render(<ObjectionForm notice={notice} typed={typed} errors={errors} />, pageOf(notice, status))
  if (!(await usedWithin(pages.db, { form: 'object', address: pages.clientAddress(c), most: MOST })))
    return again(form.typed, [tooOften(notice)], 429)
  const { sent, error } = await keepSent(pages.db, form)
  const typed = { ...form.typed, sent }
  const errors = [...faultsIn(typed), ...(error ? [{ name: 'evidence', message: error }] : [])]
  if (errors.length) return again(typed, errors, 422)
  try {
    const receipt = await handIn(pages, notice, typed)
    const { office } = notice.content.objection
    const taken = `您反映的情况已由${office}收到。`
    const lookup = { href: '/receipts', label: '查询回执' }
    return c.render(<ReceiptPage {...{ receipt, taken, lookup }} />, { ...pageOf(notice), title: '已经收到' })
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 422) throw problem
    return again(typed, [{ name: fieldOf(problem), message: problem.message }], 422)
  }
}

const fieldOf = (problem: Problem) =>
  problem.findings?.[0]?.path ?? (problem.code === 'file.unknown' ? 'evidence' : 'words')

const tooOften = ({ content: { objection } }: NoticeRow): FieldError => ({
  name: 'words',
  message: `从您所在的网络提交得太多了，请一小时后再试，或者致电${objection.office}${objection.phone ?? ''}。您填写的内容还在。`,
})

const fieldsOf = ({ itemKey, anonymous, name, phone, words }: Typed) => ({
  ...(itemKey && { itemKey }),
  anonymous,
  ...(!anonymous && { name, phone }),
  words,
})

const faultsIn = (typed: Typed): FieldError[] => {
  const result = newObjectionSchema.safeParse(fieldsOf(typed))
  if (result.success) return []
  return result.error.issues.map(({ path, message }) => ({ name: String(path[0]), message }))
}

/** One objection for one filled-in form, however often its button was pressed. */
const handIn = ({ db }: PublicityPages, notice: NoticeRow, typed: Typed): Promise<string> =>
  inTransaction(db, async tx => {
    const body = newObjectionSchema.parse(fieldsOf(typed))
    const caller = { key: typed.token, actor: 'public', endpoint: `post /notices/${notice.code}/object`, body }
    const { receipt } = await once(tx, caller, async () => {
      const evidence = typed.sent.map(file => file.key)
      const taken = await receiveObjection(tx, notice, {
        ...body,
        channel: 'online',
        evidence,
        uploader: uploaderOf(typed),
      })
      return { receipt: taken.receipt }
    })
    return receipt
  })
