import { canBlind } from './blind.ts'
import { castNow, sendPending } from './cast.ts'
import { type ChooseStep, chooseStep } from './choose.ts'
import { credentialStep, obtain } from './credential.ts'
import { byId, goTo, say, show, whileBusy } from './dom.ts'
import { type Page, readPage } from './page.ts'
import { receiptStep } from './receipt.ts'
import { wechatHints } from './wechat.ts'

/** The review: every category with its names, a blank one said to be blank. */
const fillReview = (choose: ChooseStep): void => {
  const parts = choose.named().flatMap(({ at, name, names }) => {
    const title = document.createElement('h3')
    title.textContent = `${name}（${names.length}名）`
    const list = document.createElement('p')
    list.textContent = names.join('、') || '没有选（弃选）'
    const edit = document.createElement('button')
    edit.type = 'button'
    edit.className = 'button small'
    edit.textContent = '修改'
    edit.setAttribute('aria-label', `修改${name}`)
    edit.addEventListener('click', () => {
      goTo(1)
      choose.open(at)
    })
    return [title, list, edit]
  })
  byId('review').replaceChildren(...parts)
}

const start = (page: Page): void => {
  const toPaper = () => {
    choose.restore(page.store.read().choices)
    goTo(1)
    choose.open(0)
  }
  const choose = chooseStep(page, () => {
    page.store.change({ choices: choose.choices() })
    fillReview(choose)
    goTo(2)
  })
  const showReceipt = receiptStep(page, toPaper)
  credentialStep(page, toPaper)
  wechatHints(page.slug, page.wechat)
  byId('back').addEventListener('click', toPaper)
  const cast = byId<HTMLButtonElement>('cast')
  const send = async () => {
    const { receipt, sent } = await (page.store.read().pending ? sendPending(page) : castNow(page))
    showReceipt(receipt, sent)
  }
  cast.addEventListener('click', () => void whileBusy(cast, send))
  resume({ page, choose, toPaper, showReceipt, send })
}

type Resuming = {
  page: Page
  choose: ChooseStep
  toPaper: () => void
  showReceipt: ReturnType<typeof receiptStep>
  send: () => Promise<void>
}

/** Goes on where this browser left off. */
const resume = ({ page, choose, toPaper, showReceipt, send }: Resuming): void => {
  const { credential, pending, receipts, choices } = page.store.read()
  const last = receipts[receipts.length - 1]
  choose.restore(choices)
  if (!credential) void fetchAgain(page, toPaper)
  else if (pending) {
    choose.restore(pending.choices)
    fillReview(choose)
    goTo(2)
    void whileBusy(byId<HTMLButtonElement>('cast'), send)
  } else if (last) showReceipt(last)
  else toPaper()
}

/** Whoever was let in and cut off before the credential came asks again as before, without another code. */
const fetchAgain = async (page: Page, done: () => void): Promise<void> => {
  goTo(0, { quietly: true })
  const admission = page.token.read()
  if (!admission) return
  await whileBusy(byId<HTMLButtonElement>('send'), async () => {
    await obtain(page, admission)
    done()
  })
}

/** Where the browser cannot blind or keep anything, the page stays the plain form that it is, and says why. */
const boot = async (): Promise<void> => {
  const root = byId('vote')
  const why = (text: string) => {
    byId('plain-why').textContent = text
  }
  if (!canBlind())
    return why(
      isSecureContext
        ? '您的浏览器不支持加密，建议换一个新一些的浏览器。'
        : '现在的网址不是https开头的，浏览器不让网页使用加密。请改用https网址打开。',
    )
  const page = await readPage(root)
  if (!page.store.works()) return why('您的浏览器存不住选票凭证（可能开着无痕窗口），建议换一个窗口。')
  show('plain-note', false)
  show('steps')
  start(page)
}

boot().catch(error => say(error instanceof Error ? error.message : String(error)))
