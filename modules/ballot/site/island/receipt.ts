import { spacedCode } from '#platform/crypto/shared/crockford.ts'
import type { Receipt } from '../../shared/record.ts'
import { send } from './api.ts'
import type { Cast } from './cast.ts'
import { receiptFlaws } from './check.ts'
import { byId, goTo, input, say, show, whileBusy } from './dom.ts'
import type { Page } from './page.ts'

/** What is shown of the newest receipt, and what may be done with it. */
export const receiptStep = (page: Page, change: () => void) => {
  let current: Receipt | undefined
  byId('copy').addEventListener('click', () => void copy(spacedCode(current!.number)))
  byId('print').addEventListener('click', () => window.print())
  byId('save').addEventListener('click', () => save(current!))
  document.getElementById('change')?.addEventListener('click', change)
  commentForm(page)
  return (receipt: Receipt, sent?: Cast['sent']) => {
    current = receipt
    byId('number').textContent = spacedCode(receipt.number)
    const picture = byId<HTMLImageElement>('qr')
    picture.src = `/ballot/receipts/qr.png?number=${receipt.number}`
    picture.hidden = false
    byId('taken').textContent =
      `收到时间：${beijing(receipt.leaf.minute)}。规则指纹：${receipt.fingerprint.slice(0, 16)}…`
    byId<HTMLAnchorElement>('check').href = `/ballot/receipts?number=${receipt.number}`
    const left = page.changes - receipt.leaf.counter
    const button = document.getElementById('change')
    if (button) {
      button.hidden = left <= 0
      button.textContent = `改票（还可以改${left}次）`
    }
    show('comment-form', page.token.read() !== null)
    goTo(3)
    void tellChecked(page, receipt, sent)
  }
}

/** Says on the page whether the receipt holds; without a network it says nothing, and the receipt can be checked later. */
const tellChecked = async (page: Page, receipt: Receipt, sent?: Cast['sent']): Promise<void> => {
  const status = byId('checked')
  status.textContent = ''
  const flaws = await receiptFlaws(page, receipt, sent).catch(() => undefined)
  if (!flaws) return
  status.className = flaws.length === 0 ? 'why' : 'ballot-note-box'
  status.textContent =
    flaws.length === 0
      ? '本机已核对：规则与指纹相符，回执的签名成立。'
      : `这张回执没有通过核对：${flaws.join('；')}。请保存回执、截图，向主办单位和见证单位反映。`
}

/** The civil time of an instant, +8 all year. */
const beijing = (instant: string): string => {
  const at = new Date(new Date(instant).getTime() + 8 * 3600_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${at.getUTCHours()}:${two(at.getUTCMinutes())}`
}

const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
    say('受理号已复制。')
  } catch {
    say(`这个浏览器不能复制，请抄下：${text}`)
  }
}

/** The receipt as a file, for the verifier: the promise, never what was chosen. */
const save = (receipt: Receipt): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(receipt)], { type: 'application/json' }))
  link.download = `回执-${receipt.number}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

const commentForm = (page: Page): void => {
  const form = byId<HTMLFormElement>('comment-form')
  const status = byId('comment-status')
  form.addEventListener('submit', event => {
    event.preventDefault()
    const words = input('comment-words').value.trim()
    const button = form.querySelector<HTMLButtonElement>('button')!
    if (words.length < 2) {
      status.textContent = '请写至少两个字。'
      return
    }
    void whileBusy(button, async () => {
      const candidate = Number(input('comment-candidate').value)
      await send(`elections/${page.slug}/comments`, { token: page.token.read()?.token, candidate, words })
      input('comment-words').value = ''
      status.textContent = '收到，谢谢。审阅后可能选用。'
    })
  })
}
