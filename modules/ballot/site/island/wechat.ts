import { send } from './api.ts'
import { all, byId, show, whileBusy } from './dom.ts'

export const inWechat = (): boolean => /MicroMessenger/i.test(navigator.userAgent)

const key = 'ballot-wechat'

/** WeChat sends the browser back with a proof behind the #, which no server's log sees. */
export const wechatProof = {
  read: (): string | null => {
    try {
      return sessionStorage.getItem(key)
    } catch {
      return null
    }
  },
  take: (): void => {
    const proof = /^#wechat=(.+)$/.exec(location.hash)?.[1]
    if (!proof) return
    sessionStorage.setItem(key, decodeURIComponent(proof))
    history.replaceState(null, '', location.pathname)
  },
}

/** WeChat's browser cannot keep files: says how else; and where an account is asked for, asks for it first. */
export const wechatHints = (slug: string, required: boolean): void => {
  for (const each of all('.wechat-only')) each.hidden = !inWechat()
  if (inWechat()) for (const each of all('.not-wechat')) each.hidden = true
  wechatProof.take()
  if (!required || wechatProof.read()) return
  show('wechat-first')
  byId('wechat').addEventListener('click', () =>
    whileBusy(byId<HTMLButtonElement>('wechat'), async () => {
      const { location: address } = await send<{ location: string }>(`elections/${slug}/wechat`)
      location.assign(address)
    }),
  )
}
