import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { openSlip, requestSlipCode, type SlipView, viewSlip } from '../slip.ts'
import { SlipEnded, SlipPage } from './slip-page.tsx'

/** Sends a slip's code to a telephone, in the transaction that made it. */
export type SendCode = (tx: Tx, message: { phone: string; subject: string; body: string }) => Promise<void>

export type SlipPages = {
  db: Db
  sendCode: SendCode
  /** What the slip is for, in the words of the module that issued it, and where in the desk it leads. */
  matter: (db: Db, slip: Pick<SlipView, 'purpose' | 'subjectId'>) => Promise<{ title: string; path: string }>
  /** In a demo no message leaves the house: the page shows the code itself. */
  demo: boolean
}

/** The way in for people without an account: `/slip/{token}`, then a code by SMS. Works without script. */
export const slipPages = (app: Hono, pages: SlipPages): void => {
  const limit = bodyLimit({ maxSize: 4096 })
  app.get(
    '/slip/:token',
    orEnded(c => show(c, pages, {})),
  )
  app.post(
    '/slip/:token/code',
    limit,
    orEnded(c => sendCodeTo(c, pages)),
  )
  app.post(
    '/slip/:token/open',
    limit,
    orEnded(c => open(c, pages)),
  )
}

type Answer = (c: Context) => Response | Promise<Response>

/** A link that opens nothing any more says so, and where to ask for another. */
const orEnded =
  (answer: Answer): Answer =>
  async c => {
    try {
      return await answer(c)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'slip.expired') throw error
      return c.render(<SlipEnded />, { title: '链接已失效', status: 404 })
    }
  }

const sendCodeTo = async (c: Context, pages: SlipPages) => {
  try {
    const { code } = await inTransaction(pages.db, tx => send(tx, pages, tokenOf(c)))
    return await show(c, pages, { sent: true, ...(pages.demo && { demoCode: code }) })
  } catch (error) {
    if (error instanceof Problem && error.status === 429) return show(c, pages, { error: error.message, status: 429 })
    throw error
  }
}

const open = async (c: Context, pages: SlipPages) => {
  const token = tokenOf(c)
  const code = digitsOf((await c.req.parseBody()).code)
  const slip = await viewSlip(pages.db, token)
  const answer = await inTransaction(pages.db, tx => openSlip(tx, c, token, code))
  if (answer.opened) return c.redirect(`/desk${(await pages.matter(pages.db, slip)).path}`, 303)
  return show(c, pages, { error: wrongCode(answer.triesLeft), status: 422 })
}

const tokenOf = (c: Context) => c.req.param('token') ?? ''

const send = async (tx: Tx, { sendCode }: SlipPages, token: string) => {
  const { code, phone } = await requestSlipCode(tx, token)
  const body = `验证码${code}，5分钟内有效，用于进入办理页面。请勿告诉他人。`
  await sendCode(tx, { phone, subject: '验证码', body })
  return { code }
}

type Shown = { sent?: boolean; demoCode?: string; error?: string; status?: 422 | 429 }

const show = async (c: Context, { db, matter }: SlipPages, { status, ...shown }: Shown) => {
  const token = tokenOf(c)
  const slip = await viewSlip(db, token)
  const { title } = await matter(db, slip)
  // The address itself is a secret: nobody keeps it, indexes it, or is told of it by a link followed from here.
  c.header('referrer-policy', 'no-referrer')
  c.header('x-robots-tag', 'noindex')
  return c.render(<SlipPage {...{ token, slip, title, ...shown }} />, { title: '进入办理', ...(status && { status }) })
}

const wrongCode = (triesLeft: number) =>
  triesLeft > 0 ? `验证码不正确，还可以再试${triesLeft}次。` : '验证码已失效，请重新获取。'

/** As typed with any keyboard: full-width digits, spaces between. */
const digitsOf = (typed: unknown) =>
  (typeof typed === 'string' ? typed : '').normalize('NFKC').replace(/\D/g, '').slice(0, 6)
