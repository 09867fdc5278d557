import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const COOKIE = 'mode'
const YEAR_SECONDS = 365 * 24 * 3600

/** True when this visitor has chosen 长辈版. */
export const isElder = (c: Context): boolean => getCookie(c, COOKIE) === 'elder'

/** Remembers the chosen mode for a year and returns to the page. */
export const modeRoutes = () =>
  new Hono().post('/mode', async c => {
    const { mode, back } = await c.req.parseBody()
    setCookie(c, COOKIE, mode === 'elder' ? 'elder' : 'ordinary', {
      path: '/',
      maxAge: YEAR_SECONDS,
      sameSite: 'Lax',
      httpOnly: true,
    })
    return c.redirect(ownAddress(back), 303)
  })

/** Only an address of this site is returned to; anything else leads to the home page. */
const ownAddress = (back: unknown): string =>
  typeof back === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(back) ? back : '/'
