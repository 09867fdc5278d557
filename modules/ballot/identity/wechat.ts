import { z } from 'zod'
import { refuse } from '#platform/http/index.ts'
import type { Frozen } from '../election/frozen.ts'

/** The official account (服务号) behind which the platform sits. */
export type WechatAccount = {
  appId: string
  secret: string
  /** https://api.weixin.qq.com, or another that speaks the same. */
  api: string
  /** https://open.weixin.qq.com */
  page: string
}

let account: WechatAccount | undefined

/** Connected at start; undefined disconnects. */
export const connectWechat = (given: WechatAccount | undefined): void => {
  account = given
}

export const wechatReady = (): boolean => account !== undefined

const minutes = 10
const patience = 5000

/** WeChat's page that tells who the browser belongs to (snsapi_base: without a question to the user). */
export const wechatAddress = (frozen: Frozen, back: string): string => {
  if (!account) throw refuse('ballot.wechat-off', '本平台没有接入微信，请用手机验证码。', { status: 404 })
  const body = `${frozen.document.id}.${Date.now() + minutes * 60_000}`
  const query = new URLSearchParams([
    ['appid', account.appId],
    ['redirect_uri', back],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', `${body}.${tag(frozen, body)}`],
  ])
  return `${account.page}/connect/oauth2/authorize?${query}#wechat_redirect`
}

const tag = ({ mac }: Frozen, body: string) => mac('wechat state', body).toString('base64url').slice(0, 32)

/** The election that a returning browser set out from, as `state` says. */
export const slugOfState = (state: string): string => state.split('.')[0] ?? ''

/** @throws Problem `ballot.wechat-state` for a state that is not ours or too old */
export const requireState = (frozen: Frozen, state: string): void => {
  const [slug, until, given] = state.split('.')
  if (given === tag(frozen, `${slug}.${until}`) && Number(until) > Date.now()) return
  throw refuse('ballot.wechat-state', '微信授权已过期，请回到投票页再试。', { status: 400 })
}

const answerSchema = z.union([
  z.object({ openid: z.string().min(1) }),
  z.object({ errcode: z.number(), errmsg: z.string().default('') }),
])

/** Exchanges the code that WeChat gave the browser for the account's openid. @throws Problem `ballot.wechat-failed` */
export const openidOf = async (code: string): Promise<string> => {
  const { appId, secret, api } = account!
  const query = new URLSearchParams({ appid: appId, secret, code, grant_type: 'authorization_code' })
  const answer = await fetch(`${api}/sns/oauth2/access_token?${query}`, { signal: AbortSignal.timeout(patience) })
    .then(response => response.json())
    .catch(() => undefined)
  const parsed = answerSchema.safeParse(answer)
  if (parsed.success && 'openid' in parsed.data) return parsed.data.openid
  throw refuse('ballot.wechat-failed', '微信没有确认您的身份，请回到投票页再试；仍不行的，请稍后再来。', {
    status: 502,
  })
}
