import { Hono } from 'hono'
import type { Db } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { selfPages } from './site/index.tsx'

/** The public pages in memory, in a bare frame. */
export const testSite = (db: Db, address: () => string = () => 'one') => {
  const app = new Hono()
  app.use(async (c, next) => {
    c.setRenderer((content, page) => c.html(<html lang="zh-CN">{content}</html>, page.status ?? 200))
    await next()
  })
  app.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
  selfPages(app, { db, clientAddress: address })
  return app
}

/** The last step of the form, filled in without fault. */
export const filledForm = (over: Record<string, string | Blob> = {}): FormData => {
  const data = new FormData()
  const fields = {
    token: crypto.randomUUID(),
    step: '2',
    go: 'send',
    byOther: 'yes',
    'answers.name': '郑爽爽',
    'answers.unit': '东区幸福里3号楼',
    'answers.deeds': '照顾邻居老人十二年。',
    reason: '邻里都说她好。',
    senderName: '钱多多',
    phone: '13912345678',
    ...over,
  }
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

/** The receipt number a page shows as its text: a form's token, a UUID in an attribute, may look like one. */
export const receiptIn = (html: string): string | undefined => />([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</.exec(html)?.[1]
