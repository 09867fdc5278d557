import { type Ink, inkLength } from '../../shared/ink.ts'
import { inkPad } from '../../shared/ink-pad.ts'

/** The part of the signing page that needs script: the pad, and sending what was written on it. */
const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind

const form = byId<HTMLFormElement>('sign')
const message = byId('message')
const send = byId<HTMLButtonElement>('send')

const say = (text: string): void => {
  message.textContent = text
  message.hidden = text === ''
  if (text) message.scrollIntoView({ block: 'center' })
}

const randomKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

let ink: Ink = []
/** One act however often it is sent: a lost reply is asked for again under the same key. */
const actKey = randomKey()

type Answer = { signed: true; at: string } | { signed: false; triesLeft: number }

const post = async (): Promise<Answer | { detail: string }> => {
  const proof = byId<HTMLInputElement>('field-proof').value
  const token = location.pathname.split('/').pop()
  const reply = await fetch('/api/micro/sign', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify({ token, proof, ink, deviceAt: new Date().toISOString(), actKey }),
  })
  if (!reply.headers.get('content-type')?.includes('json')) throw new Error('no answer')
  return reply.json()
}

const end = (words: string, signed = false): void => {
  form.hidden = true
  byId('on-paper').hidden = signed
  const done = byId('done')
  done.hidden = false
  done.textContent = words
  done.focus()
}

const wrong = (triesLeft: number): void => {
  if (triesLeft > 0) say(`填写的与登记的不一致，还可以试${triesLeft}次。`)
  else end('连续5次填写的与登记的不一致，链接已作废。请联系村（社区）工作人员，或者在纸质签名表上签名。')
}

/** What is missing, or nothing; the server looks at it all the same. */
const missing = (): string => {
  const proof = byId<HTMLInputElement>('field-proof')
  if (proof.value.trim() === '') return `请填写${proof.labels?.[0]?.textContent?.trim() ?? '户主姓名'}。`
  return inkLength(ink) < 150 ? '请户主在框内完整签名。' : ''
}

const submit = async (): Promise<void> => {
  say(missing())
  if (missing()) return
  send.disabled = true
  try {
    const answer = await post()
    if ('detail' in answer) say(answer.detail)
    else if (answer.signed) end('已签名，谢谢。可以关闭本页。', true)
    else wrong(answer.triesLeft)
  } catch {
    say('没有发出去。请检查网络后再按一次“提交签名”，签名还在。')
  }
  send.disabled = false
}

form.hidden = false
const pad = inkPad(byId<HTMLCanvasElement>('pad'), written => {
  ink = written
})
byId('clear').addEventListener('click', pad.clear)
form.addEventListener('submit', event => {
  event.preventDefault()
  if (!send.disabled) void submit()
})
