import type { z } from 'zod'
import type { admit, issueCredential, requestCode } from '../../shared/api/voting.ts'
import { Refusal, send } from './api.ts'
import { finishRequest, newRequest } from './blind.ts'
import { byId, input, say, show, whileBusy } from './dom.ts'
import type { Page } from './page.ts'
import type { Admission } from './store.ts'
import { wechatProof } from './wechat.ts'

type Sent = z.infer<(typeof requestCode)['answer']>
type Admitted = z.infer<(typeof admit)['answer']>
type Issued = z.infer<(typeof issueCredential)['answer']>

/** Telephone, code, credential. `done` when the credential is kept. */
export const credentialStep = (page: Page, done: () => void): void => {
  let challenge: { token: string } | undefined
  const phone = () => input('field-phone').value

  const askCode = async () => {
    const answered = challenge && { token: challenge.token, answer: input('field-answer').value }
    const reply = await send<Sent>(`elections/${page.slug}/codes`, {
      phone: phone(),
      ...(answered && { challenge: answered }),
    })
    if (!reply.sent) {
      if (challenge) say('回答不对，请再答一次。')
      challenge = reply.challenge
      byId('question').textContent = `${reply.challenge.question}写数字或汉字都可以。`
      show('challenge')
      input('field-answer').value = ''
      input('field-answer').focus()
      return
    }
    byId('code-hint').textContent = `6位数字，已发到${phone()}，${Math.round(reply.validSeconds / 60)}分钟内有效。`
    showCode(true)
  }
  const showCode = (shown: boolean) => {
    show('phone-form', !shown)
    show('code-form', shown)
    input(shown ? 'field-code' : 'field-phone').focus()
  }
  const takeCode = async () => {
    const proof = wechatProof.read()
    const reply = await send<Admitted>(`elections/${page.slug}/admissions`, {
      phone: phone(),
      code: input('field-code').value,
      ...(proof && { wechat: proof }),
    })
    if (!reply.admitted) {
      const { triesLeft } = reply
      say(triesLeft > 0 ? `验证码不对，还可以试${triesLeft}次。` : '验证码已失效，请重新获取。')
      return
    }
    page.token.write({ token: reply.token, group: reply.group })
    await obtain(page, reply)
    done()
  }

  byId('phone-form').addEventListener('submit', event => {
    event.preventDefault()
    void whileBusy(byId('send'), () => askCode().catch(alreadySent))
  })
  const alreadySent = (error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'ballot.code-too-soon') throw error
    showCode(true)
    say(error.message)
  }
  byId('code-form').addEventListener('submit', event => {
    event.preventDefault()
    void whileBusy(byId('admit'), takeCode)
  })
  byId('again').addEventListener('click', () => showCode(false))
}

/**
 * Gets the credential. What was drawn is kept before it is asked for, and asked for again as it was after an
 * interruption: another request would be refused for good.
 */
export const obtain = async (page: Page, { token, group }: Admission): Promise<void> => {
  const spki = page.keyOf(group)
  const held = page.store.read().request
  const request = held?.group === group ? held : await newRequest(group, spki)
  page.store.change({ request })
  const { signature } = await send<Issued>(`elections/${page.slug}/credentials`, {
    mode: 'blind',
    token,
    blinded: request.blinded,
  })
  page.store.change({ credential: await finishRequest(request, spki, signature), request: undefined })
}
