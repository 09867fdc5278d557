import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { SitePage } from '#platform/ui/site/index.ts'
import { usedWithin } from '../form-use.ts'
import { tidyReceipt } from '../objection-queries.ts'
import type { PublicityPages } from './frame.ts'
import { ReceiptLookup } from './receipt-page.tsx'

export type ReceiptPages = PublicityPages & {
  /** Where the page stands, and names its limit. */
  path: string
  page: SitePage
  /** Where the matter of a receipt stands, in terms and what they are. */
  find: (receipt: string) => Promise<{ term: string; value: string }[] | undefined>
}

/** In an hour from one place, so that guessing is slow; households and offices share an address. */
const MOST = 60

/** Binds a page on which whoever holds a receipt sees how far the matter is. */
export const receiptPages = (app: Hono, pages: ReceiptPages): void => {
  const { path, page } = pages
  const asked = { title: page.title, action: path }
  app.get(path, c => c.render(<ReceiptLookup {...asked} typed="" />, page))
  app.post(path, bodyLimit({ maxSize: 4096 }), async c => {
    const { typed, error, found, status } = await lookUp(c, pages)
    return c.render(<ReceiptLookup {...asked} {...{ typed, error, found }} />, { ...page, status })
  })
}

type Answer = { typed: string; error?: string; found?: { term: string; value: string }[]; status: 200 | 422 | 429 }

const lookUp = async (c: Context, { db, clientAddress, path, find }: ReceiptPages): Promise<Answer> => {
  const typed = String((await c.req.parseBody()).receipt ?? '').slice(0, 40)
  if (!(await usedWithin(db, { form: path, address: clientAddress(c), most: MOST })))
    return { typed, error: '查询得太多了，请一小时后再试。', status: 429 }
  const found = await find(tidyReceipt(typed))
  return found ? { typed, found, status: 200 } : { typed, error: '没有这个回执号，请核对后再查。', status: 422 }
}
