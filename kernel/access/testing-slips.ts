import { Hono } from 'hono'
import type { Db } from '#platform/db/index.ts'
import type { Api } from './actor.ts'
import { slipPages } from './site/index.tsx'
import { slipMatter } from './slip-matter.ts'
import { TestClient } from './testing.ts'

/** The pages behind the links of slips: `enter` asks for the code and types it, as the holder of a link would. */
export const slipDoor = (db: Db, app: Api['app']) => {
  const pages = new Hono()
  pages.use(async (c, next) => {
    c.setRenderer(content => c.html(content as never))
    await next()
  })
  let sent = ''
  slipPages(pages, {
    db,
    demo: false,
    matter: slipMatter,
    sendCode: async (_tx, { body }) => {
      sent = /\d{6}/.exec(body)![0]
    },
  })
  const enter = async (link: string): Promise<{ client: TestClient; location: string | null }> => {
    const { pathname } = new URL(link, 'https://shishi.example')
    await pages.request(`${pathname}/code`, { method: 'POST' })
    const opened = await pages.request(`${pathname}/open`, {
      method: 'POST',
      body: new URLSearchParams({ code: sent }),
    })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    const client = new TestClient(app, cookie, { accountId: 0, postId: 0, unitId: 0 })
    return { client, location: opened.headers.get('location') }
  }
  return { enter }
}
