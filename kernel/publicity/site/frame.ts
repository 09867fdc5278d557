import type { Context } from 'hono'
import type { Db } from '#platform/db/index.ts'
import type { NoticeRow } from '../notice-row.ts'
import { noticeKinds } from '../shared/states.ts'

export type PublicityPages = {
  db: Db
  /** Where a request comes from, behind trusted proxies: what the form's limit counts by. */
  clientAddress: (c: Context) => string
}

/** The navigation link all these pages belong to. */
export const active = '/notices'

/** From the list down to the notice; a link to it where a page below follows. */
export const crumbsTo = (notice: NoticeRow, below = true) => [
  { label: noticeKinds[notice.kind], href: '/notices' },
  { label: notice.title, ...(below && { href: `/notices/${notice.code}` }) },
]
