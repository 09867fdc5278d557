import type { PublicityPeriod } from '#kernel/calendar/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { NoticeContent } from './shared/content.ts'
import type { NoticeKind, NoticeState } from './shared/states.ts'

export type NoticeRow = {
  id: number
  code: string
  module: string
  matterId: number
  stage: string
  unitId: number
  unitName: string
  unitPath: string
  kind: NoticeKind
  version: number
  supersedes: number | null
  title: string
  content: NoticeContent
  contentHash: string
  workdays: number
  countPublishDay: boolean
  state: NoticeState
  publishedOn: string | null
  lastDay: string | null
  proceedOn: string | null
  period: PublicityPeriod | null
  writers: number[]
  returnComment: string | null
  draftedBy: number | null
  draftedAt: string | null
  reviewedBy: number | null
  reviewedAt: string | null
  issuedBy: number | null
  issuedAt: string | null
  withdrawnReason: string | null
}

export const noticeColumns = sql`
  n.id, n.code, n.module, n.matter_id as "matterId", n.stage, n.unit_id as "unitId", u.full_name as "unitName",
  u.path as "unitPath", n.kind, n.version, n.supersedes, n.title, n.content, n.content_hash as "contentHash",
  n.workdays, n.count_publish_day as "countPublishDay", n.state, n.published_on as "publishedOn",
  n.last_day as "lastDay", n.proceed_on as "proceedOn", n.period, n.writers, n.return_comment as "returnComment",
  n.drafted_by as "draftedBy", n.drafted_at as "draftedAt", n.reviewed_by as "reviewedBy",
  n.reviewed_at as "reviewedAt", n.issued_by as "issuedBy", n.issued_at as "issuedAt",
  n.withdrawn_reason as "withdrawnReason"`

export const noticeTables = sql`publicity.notice n join units.unit u on u.id = n.unit_id`

/** A notice by id; in a write pass `lock`, so that two people cannot act on it at once. */
export const findNotice = async (db: Db, id: number, lock = false): Promise<NoticeRow | undefined> => {
  const { rows } = await sql<NoticeRow>`
    select ${noticeColumns} from ${noticeTables} where n.id = ${id} ${lock ? sql`for update of n` : sql``}`.execute(db)
  return rows[0]
}

/** What the public may see of a code: nothing before it is issued. */
export const findPublicNotice = async (db: Db, code: string): Promise<NoticeRow | undefined> => {
  const { rows } = await sql<NoticeRow>`
    select ${noticeColumns} from ${noticeTables}
    where n.code = ${code} and n.state in ('issued', 'superseded', 'withdrawn')`.execute(db)
  return rows[0]
}

/** The code of the version that stands now in the place of a superseded one. */
export const currentVersionOf = async (db: Db, notice: NoticeRow): Promise<string | undefined> => {
  const { rows } = await sql<{ code: string }>`
    select code from publicity.notice
    where module = ${notice.module} and matter_id = ${notice.matterId} and stage = ${notice.stage}
      and kind = ${notice.kind} and version > ${notice.version} and state = 'issued'
    order by version desc limit 1`.execute(db)
  return rows[0]?.code
}
