import type { Actor } from '#kernel/access/index.ts'
import { type Act, record, type Who } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { listenerOf, requireSound } from './events.ts'
import { checksum, randomCode } from './freeze.ts'
import { findNotice, type NoticeRow } from './notice-row.ts'
import { type NoticeContentInput, noticeContentSchema } from './shared/content.ts'
import { privacyFindings, readinessFindings } from './shared/findings.ts'
import { canAct, type NoticeAct, type NoticeKind, noticeActs, noticeStates } from './shared/states.ts'

export type NewNotice = {
  /** The matter it belongs to, in the module's own words. */
  module: string
  matterId: number
  stage: string
  /** The office that publishes it and receives objections. */
  unitId: number
  kind: NoticeKind
  title: string
  content: NoticeContentInput
  /** Length of the period in working days; 0 for results and stories. */
  workdays: number
  countPublishDay?: boolean
}

/** 拟稿: makes a draft. Called by a module with the content it puts together. @returns the notice's id and code */
export const draftNotice = async (tx: Tx, actor: Actor, draft: NewNotice): Promise<{ id: number; code: string }> => {
  const content = noticeContentSchema.parse(draft.content)
  const countPublishDay = draft.countPublishDay ?? false
  const hash = checksum({ ...draft, content, countPublishDay })
  const { rows } = await sql<{ id: number; code: string }>`
    insert into publicity.notice (code, module, matter_id, stage, unit_id, kind, title, content, content_hash,
      workdays, count_publish_day, drafted_by, drafted_at, writers)
    values (${randomCode(10)}, ${draft.module}, ${draft.matterId}, ${draft.stage}, ${draft.unitId}, ${draft.kind},
      ${draft.title}, ${JSON.stringify(content)}::jsonb, ${hash}, ${draft.workdays}, ${countPublishDay},
      ${actor.accountId}, app.now(), ${writersOf(actor)}::bigint[])
    returning id, code`.execute(tx)
  await record(tx, actor, act('publicity.notice.draft', rows[0]!.id, { kind: draft.kind, version: 1 }))
  return rows[0]!
}

const writersOf = (actor: Actor) => (actor.accountId === null ? [] : [actor.accountId])

const act = (action: string, id: number, detail: Record<string, unknown> = {}): Act => ({
  action,
  subjectKind: 'notice',
  subjectId: id,
  detail,
})

/** Records an act on a notice under the name its state table gives it. */
export const recordAct = (tx: Tx, who: Who, name: NoticeAct, notice: NoticeRow, detail?: Record<string, unknown>) =>
  record(tx, who, act(noticeActs[name].audit, notice.id, detail))

/** @throws Problem `notice.state` */
export const requireState = (name: NoticeAct, notice: NoticeRow): void => {
  if (!canAct(name, notice.state))
    throw refuse('notice.state', `这份文稿现在是“${noticeStates[notice.state]}”，不能进行这一步。请刷新后再看。`)
}

export type Save = { title: string; content: NoticeRow['content']; workdays: number; basedOn: string }

/** Saves a draft; everyone who saves becomes one of its writers. @throws Problem 409 `version.conflict` */
export const saveNotice = async (tx: Tx, actor: Actor, notice: NoticeRow, save: Save): Promise<string> => {
  requireState('save', notice)
  if (save.basedOn !== notice.contentHash)
    throw refuse('version.conflict', '有人在您之后保存过这份文稿，请对照两份内容后再保存。', {
      current: { title: notice.title, content: notice.content, contentHash: notice.contentHash },
    })
  const workdays = notice.kind === 'publicity' ? Math.max(1, save.workdays) : 0
  const hash = checksum({ ...notice, ...save, workdays })
  await sql`
    update publicity.notice set title = ${save.title}, content = ${JSON.stringify(save.content)}::jsonb,
      content_hash = ${hash}, workdays = ${workdays}, drafted_by = ${actor.accountId}, drafted_at = app.now(),
      writers = array(select distinct w from unnest(writers || ${writersOf(actor)}::bigint[]) w order by w)
    where id = ${notice.id}`.execute(tx)
  await recordAct(tx, actor, 'save', notice, { hash })
  return hash
}

/** Sends a draft to review. @throws Problem 422 `notice.not-ready` with findings */
export const sendNotice = async (tx: Tx, actor: Actor, notice: NoticeRow): Promise<void> => {
  requireState('send', notice)
  const { kind, title, content } = notice
  await requireSound(tx, notice, '送审', [...privacyFindings(title, content), ...readinessFindings(kind, content)])
  await sql`update publicity.notice set state = 'in-review', return_comment = null where id = ${notice.id}`.execute(tx)
  await tellRole(tx, notice, 'checker', '待审核')
  await recordAct(tx, actor, 'send', notice, { hash: notice.contentHash })
}

/** 审核, with the secrecy check, by somebody who wrote nothing in it. @throws Problem `notice.same-person` */
export const approveNotice = async (tx: Tx, actor: Actor, notice: NoticeRow): Promise<void> => {
  requireState('approve', notice)
  requireNotWriter(actor, notice, '审核')
  await sql`
    update publicity.notice set state = 'approved', secrecy_checked = true, reviewed_by = ${actor.accountId},
      reviewed_at = app.now() where id = ${notice.id}`.execute(tx)
  await tellRole(tx, notice, 'issuer', '待签发')
  await recordAct(tx, actor, 'approve', notice, { hash: notice.contentHash, secrecyChecked: true })
}

/** 退回修改: back to the draft, with what to change. */
export const returnNotice = async (tx: Tx, actor: Actor, notice: NoticeRow, comment: string): Promise<void> => {
  requireState('return', notice)
  await sql`
    update publicity.notice set state = 'draft', return_comment = ${comment}, secrecy_checked = false,
      reviewed_by = null, reviewed_at = null where id = ${notice.id}`.execute(tx)
  await listenerOf(notice).onReturned?.(tx, await reload(tx, notice.id))
  await tellRole(tx, notice, 'organiser', '已退回修改')
  await recordAct(tx, actor, 'return', notice, { comment })
}

/** 拟稿、审核、签发 are three people. @throws Problem 403 `notice.same-person` */
export const requireNotWriter = (actor: Actor, notice: NoticeRow, step: '审核' | '签发'): void => {
  if (notice.writers.includes(actor.accountId ?? 0))
    throw refuse('notice.same-person', `拟稿、审核、签发须由三个人分别完成。您参与了拟稿，请由其他人${step}。`, {
      status: 403,
    })
}

const tellRole = async (tx: Tx, notice: NoticeRow, role: string, what: string): Promise<void> => {
  const postIds = await postsWithRole(tx, notice.unitId, role)
  const subject = `${what}：${notice.title}`
  await notify(tx, { postIds, subject, body: `《${notice.title}》${what}。`, link: `/notices/${notice.id}` })
}

/** Begins a new version of an issued notice. It takes the old one's place when it is issued. @returns its id */
export const reviseNotice = async (tx: Tx, actor: Actor, notice: NoticeRow): Promise<number> => {
  if (notice.state !== 'issued') requireState('supersede', notice)
  const { rows } = await sql<{ id: number }>`
    insert into publicity.notice (code, module, matter_id, stage, unit_id, kind, version, supersedes, title, content,
      content_hash, workdays, count_publish_day, drafted_by, drafted_at, writers)
    select ${randomCode(10)}, module, matter_id, stage, unit_id, kind, version + 1, id, title, content,
      content_hash, workdays, count_publish_day, ${actor.accountId}, app.now(), ${writersOf(actor)}::bigint[]
    from publicity.notice o where id = ${notice.id}
      and not exists (select from publicity.notice r where r.supersedes = o.id and r.state in ('draft', 'in-review', 'approved'))
    returning id`.execute(tx)
  if (!rows[0]) throw refuse('notice.revision-open', '这份文稿已有一个新版本在拟，请在那一份上修改。')
  await record(
    tx,
    actor,
    act('publicity.notice.draft', rows[0].id, { supersedes: notice.id, version: notice.version + 1 }),
  )
  return rows[0].id
}

/** The notice again, locked, as it stands now in this transaction. */
export const reload = async (tx: Tx, id: number): Promise<NoticeRow> => (await findNotice(tx, id, true))!
