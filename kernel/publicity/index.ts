import type { Api } from '#kernel/access/index.ts'
import './due.ts'
import './sweep.ts'
import { noticeRoutes } from './notice-routes.ts'
import { objectionRoutes } from './objection-routes.ts'

export { listenToPublicity, type ObjectionEvent, type PublicityListener } from './events.ts'
export { type FormUse, usedWithin } from './form-use.ts'
export { randomCode } from './freeze.ts'
export { issueNotice, periodFrom, withdrawNotice } from './issue.ts'
export {
  approveNotice,
  draftNotice,
  type NewNotice,
  returnNotice,
  reviseNotice,
  saveNotice,
  sendNotice,
} from './notice.ts'
export { noticesOf, type PublicNotice, publicNotices } from './notice-queries.ts'
export { findNotice, findPublicNotice, type NoticeRow } from './notice-row.ts'
export { concludeObjection, receiveObjection } from './objection.ts'
export { type OpenObjection, openObjections, tidyReceipt } from './objection-queries.ts'
export { proveNotice } from './proof.ts'
export * from './shared/index.ts'

/** The desk's endpoints of notices and objections. Public pages are bound by `publicityPages` (site/). */
export const publicityRoutes = (app: Api): void => {
  noticeRoutes(app)
  objectionRoutes(app)
}
