import type { Actor } from '#kernel/access/index.ts'
import { loadCalendar, type PublicityPeriod, publicityPeriod } from '#kernel/calendar/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { listenerOf, requireSound } from './events.ts'
import { checksum } from './freeze.ts'
import { recordAct, reload, requireNotWriter, requireState } from './notice.ts'
import { findNotice, type NoticeRow } from './notice-row.ts'
import { onlyRemoves } from './shared/content.ts'

/**
 * 签发: freezes the notice under its checksum, starts its period on the business date and replaces the version before.
 * When the new version only takes names away, the others' period runs on (D-08); otherwise it starts anew.
 * @throws Problem `notice.same-person`, `notice.state`, `notice.changed`, 422 `notice.not-ready`
 */
export const issueNotice = async (tx: Tx, actor: Actor, notice: NoticeRow): Promise<void> => {
  requireState('issue', notice)
  requireNotWriter(actor, notice, '签发')
  if (notice.reviewedBy === actor.accountId)
    throw refuse('notice.same-person', '拟稿、审核、签发须由三个人分别完成。您是审核人，请由其他人签发。', {
      status: 403,
    })
  if (checksum(notice) !== notice.contentHash)
    throw refuse('notice.changed', '内容与审核时不一致，不能签发，请退回重新审核。')
  await requireSound(tx, notice, '签发')
  const before = notice.supersedes === null ? undefined : await findNotice(tx, notice.supersedes, true)
  const { publishedOn, period, version } = await termsOf(tx, notice, before)
  if (before) await supersede(tx, actor, before, notice)
  await sql`
    update publicity.notice set state = 'issued', issued_by = ${actor.accountId}, issued_at = app.now(),
      published_on = ${publishedOn}, last_day = ${period?.lastDay ?? null}, proceed_on = ${period?.mayProceedOn ?? null},
      period = ${period && JSON.stringify(period)}::jsonb, calendar_version = ${version}
    where id = ${notice.id}`.execute(tx)
  await listenerOf(notice).onIssued?.(tx, await reload(tx, notice.id))
  await recordAct(tx, actor, 'issue', notice, {
    hash: notice.contentHash,
    publishedOn,
    lastDay: period?.lastDay ?? null,
  })
}

type Terms = { publishedOn: string; period: PublicityPeriod | null; version: string }

const termsOf = async (tx: Tx, notice: NoticeRow, before: NoticeRow | undefined): Promise<Terms> => {
  const calendar = await loadCalendar(tx)
  const sameTerms = before?.workdays === notice.workdays && before.countPublishDay === notice.countPublishDay
  if (before?.publishedOn && before.period && sameTerms && onlyRemoves(before.content, notice.content))
    return { publishedOn: before.publishedOn, period: before.period, version: calendar.version }
  const publishedOn = await businessToday(tx)
  return { publishedOn, period: await periodFrom(tx, notice, publishedOn), version: calendar.version }
}

type Length = Pick<NoticeRow, 'workdays' | 'countPublishDay'>

/** The period a notice would have if published on a date; null for one without a period. */
export const periodFrom = async (db: Db, notice: Length, publishedOn: string): Promise<PublicityPeriod | null> => {
  if (notice.workdays === 0) return null
  const { workdays, countPublishDay } = notice
  return publicityPeriod(await loadCalendar(db), { publishedOn, workdays, countPublishDay })
}

const supersede = async (tx: Tx, actor: Actor, before: NoticeRow, by: NoticeRow): Promise<void> => {
  requireState('supersede', before)
  await sql`update publicity.notice set state = 'superseded' where id = ${before.id}`.execute(tx)
  await recordAct(tx, actor, 'supersede', before, { by: by.id })
}

/** 撤回: takes an issued notice off the site; the reason stays in the desk. */
export const withdrawNotice = async (tx: Tx, actor: Actor, notice: NoticeRow, reason: string): Promise<void> => {
  requireState('withdraw', notice)
  await sql`
    update publicity.notice set state = 'withdrawn', withdrawn_at = app.now(), withdrawn_reason = ${reason}
    where id = ${notice.id}`.execute(tx)
  await listenerOf(notice).onWithdrawn?.(tx, await reload(tx, notice.id))
  await recordAct(tx, actor, 'withdraw', notice, { reason })
}
