import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const name = 'shishi_session'

/** GB/T 22239-2019 8.1.4.1 b): sessions end after 30 minutes idle. Real time, never the demo's. */
export const idle = '30 minutes'

/** The session's token as the browser sent it. */
export const readCookie = (c: Context): string | undefined => getCookie(c, name)

export const writeCookie = (c: Context, token: string): void =>
  setCookie(c, name, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https',
  })

export const clearCookie = (c: Context): void => {
  deleteCookie(c, name, { path: '/' })
}
