import type { Actor } from '#kernel/access/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { periodFrom } from './issue.ts'
import { type NoticeRow, noticeColumns, noticeTables } from './notice-row.ts'
import { noticePermissions, readsNotices } from './permissions.ts'
import type { Notice, NoticeSummary } from './shared/notice-api.ts'
import { type NoticeKind, type NoticeState, noticeKinds } from './shared/states.ts'
import { noticeStatus } from './shared/status.ts'

const PAGE = 30
const openCount = sql`(select count(*)::int from publicity.objection o
  where o.notice_id = n.id and o.state <> 'concluded') as "openObjections"`

type Filter = { state?: NoticeState; kind?: NoticeKind; module?: string; matterId?: number; after?: number }
type Counted = NoticeRow & { openObjections: number }

/** Notices of the actor's unit, and issued ones of the units below; newest first. None that cannot be opened. */
export const listNotices = async (db: Db, actor: Actor, filter: Filter) => {
  const { rows } = await sql<Counted>`
    select ${noticeColumns}, ${openCount} from ${noticeTables}
    where ${readsNotices(actor)}
      and (n.unit_id = ${actor.unitId} or (n.published_on is not null and u.path like ${`${actor.unitPath || '-'}%`}))
      ${filter.state ? sql`and n.state = ${filter.state}` : sql``}
      ${filter.kind ? sql`and n.kind = ${filter.kind}` : sql``}
      ${filter.module ? sql`and n.module = ${filter.module}` : sql``}
      ${filter.matterId === undefined ? sql`` : sql`and n.matter_id = ${filter.matterId}`}
      and n.id < ${filter.after ?? Number.MAX_SAFE_INTEGER}
    order by n.id desc limit ${PAGE + 1}`.execute(db)
  const today = await businessToday(db)
  const shown = rows.slice(0, PAGE)
  return {
    rows: shown.map(row => summarise(row, today)),
    next: rows.length > PAGE ? String(shown.at(-1)!.id) : null,
  }
}

/** The notices of a module's matter, newest version first; for the module's own pages. */
export const noticesOf = async (db: Db, module: string, matterId: number, stage?: string): Promise<NoticeSummary[]> => {
  const { rows } = await sql<Counted>`
    select ${noticeColumns}, ${openCount} from ${noticeTables}
    where n.module = ${module} and n.matter_id = ${matterId} ${stage ? sql`and n.stage = ${stage}` : sql``}
    order by n.stage, n.version desc, n.id desc limit 200`.execute(db)
  const today = await businessToday(db)
  return rows.map(row => summarise(row, today))
}

const summarise = (row: Counted, today: string): NoticeSummary => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  title: row.title,
  version: row.version,
  state: row.state,
  status: noticeStatus(row, today).label,
  unitName: row.unitName,
  publishedOn: row.publishedOn,
  lastDay: row.lastDay,
  openObjections: row.openObjections,
})

type Names = { drafted: string | null; reviewed: string | null; issued: string | null; openObjections: number }

/** A notice as its editor shows it, with what this reader may do and who is next. */
export const presentNotice = async (db: Db, actor: Actor, row: NoticeRow): Promise<Notice> => {
  const today = await businessToday(db)
  const { rows } = await sql<Names>`
    select ${nameOf(row.draftedBy)} as drafted, ${nameOf(row.reviewedBy)} as reviewed,
      ${nameOf(row.issuedBy)} as issued, (select count(*)::int from publicity.objection
        where notice_id = ${row.id} and state <> 'concluded') as "openObjections"`.execute(db)
  const { drafted, reviewed, issued, openObjections } = rows[0]!
  const step = (name: string | null, at: string | null) => (name && at ? { name, at } : null)
  return {
    ...summarise({ ...row, openObjections }, today),
    content: row.content,
    contentHash: row.contentHash,
    workdays: row.workdays,
    countPublishDay: row.countPublishDay,
    returnComment: row.returnComment,
    period: row.period ?? (await periodFrom(db, row, today)),
    today,
    drafted: step(drafted, row.draftedAt),
    reviewed: step(reviewed, row.reviewedAt),
    issued: step(issued, row.issuedAt),
    withdrawnReason: row.withdrawnReason,
    permissions: noticePermissions(actor, row),
    next: nextStep(row, noticeStatus(row, today).label, drafted),
  }
}

const nameOf = (accountId: number | null) =>
  sql`(select p.name from access.account a join units.person p on p.id = a.person_id where a.id = ${accountId})`

const nextStep = (row: NoticeRow, status: string, drafter: string | null): string => {
  if (row.state === 'draft') return row.returnComment ? '请按退回意见修改后重新送审。' : '写好后送审。'
  if (row.state === 'in-review') return `由${row.unitName}的审核人审核，不能是拟稿人${drafter ?? ''}。`
  if (row.state === 'approved') return `由${row.unitName}的签发人签发，不能是拟稿人或审核人。`
  return row.state === 'issued' ? `${noticeKinds[row.kind]}已签发。${status}。` : `${status}。`
}

export type PublicNotice = Pick<NoticeRow, 'id' | 'code' | 'title' | 'unitName' | 'publishedOn' | 'lastDay'> & {
  status: string
}

/** Issued pages of one kind, newest first; `after` is the cursor the page before gave. */
export const publicNotices = async (db: Db, kind: NoticeKind, after?: string) => {
  const [day = 'infinity', id = String(Number.MAX_SAFE_INTEGER)] = after?.split('.') ?? []
  const { rows } = await sql<NoticeRow>`
    select ${noticeColumns} from ${noticeTables}
    where n.state = 'issued' and n.kind = ${kind} and (n.published_on, n.id) < (${day}::date, ${id}::bigint)
    order by n.published_on desc, n.id desc limit ${PAGE + 1}`.execute(db)
  const today = await businessToday(db)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map((row): PublicNotice => ({ ...row, status: noticeStatus(row, today).label })),
    next: rows.length > PAGE && last ? `${last.publishedOn}.${last.id}` : null,
  }
}
