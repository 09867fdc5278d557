import type { Actor } from '#kernel/access/index.ts'
import { loadCalendar, publicityPeriod } from '#kernel/calendar/index.ts'
import { findNotice, openObjections } from '#kernel/publicity/index.ts'
import { businessToday, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { pictureFindings } from '../pictures/findings.ts'
import { type Project, touch } from '../project/load.ts'
import { mayStillChange } from '../project/notice.ts'
import { recordOf } from '../project/record.ts'
import type { Completion, PlaqueKey } from '../shared/index.ts'
import { requireClear } from './apply.ts'
import { acceptedOn, approvedAtMeeting, requireNotBefore, requireNotFuture } from './dates.ts'
import { moveTo } from './move.ts'
import { recordStep, requireState } from './steps.ts'

const blocked = (path: string, message: string) =>
  refuse('micro.not-ready', message, { status: 422, findings: [{ path, severity: 'block', message }] })

/**
 * 登记完工: people, day and words; the pictures before and after must be there and differ. Once more for a work that is
 * done, what was told of it is corrected, as long as its notice is not under way.
 * @throws Problem 422 `micro.not-ready`, `micro.completion.closed`
 */
export const complete = async (tx: Tx, actor: Actor, project: Project, completion: Completion): Promise<void> => {
  requireState(project, 'building', 'completed')
  if (!(await mayStillChange(tx, project)))
    throw refuse('micro.completion.closed', '完工公示已经送审，不能再改动完工情况；需要更正的，请先退回公示。')
  const finished = { path: 'finishedOn', what: '完工', on: completion.finishedOn }
  await requireNotFuture(tx, finished)
  requireNotBefore(finished, await approvedAtMeeting(tx, project.id))
  if (project.spentFen === 0) throw blocked('expenses', '请先登记开支和票据。')
  requireClear(await pictureFindings(tx, project), '登记完工')
  await sql`update micro.project set completion = ${JSON.stringify(completion)}::jsonb where id = ${project.id}`.execute(
    tx,
  )
  if (project.state === 'building') return moveTo(tx, actor, project, 'completed')
  await touch(tx, project.id)
  await recordOf(tx, actor, project.id, 'completion', { from: project.completion, to: completion })
}

/** 张贴: from the day on which the printed notice hung at the service centre, its own working days are counted. */
export const post = async (tx: Tx, actor: Actor, project: Project, postedOn: string): Promise<void> => {
  requireState(project, 'completed', 'publicity', 'acceptance')
  const drawnUp = await drawnUpOn(tx, project)
  if (!drawnUp) throw blocked('postedOn', '请先拟写公示并送审，再打印张贴、登记张贴日期。')
  if (postedOn > (await businessToday(tx))) throw blocked('postedOn', '张贴日期不能晚于今天。')
  if (postedOn < drawnUp) throw blocked('postedOn', '张贴日期不能早于公示拟写的日期；重新拟写的公示要重新张贴。')
  if (project.completion && postedOn < project.completion.finishedOn)
    throw blocked('postedOn', '张贴日期不能早于完工日期。')
  await sql`update micro.project set posted_on = ${postedOn} where id = ${project.id}`.execute(tx)
  await recordOf(tx, actor, project.id, 'post', { postedOn })
}

/** The day on which the notice that is under way or issued was drawn up; none while it is a draft. */
const drawnUpOn = async (tx: Tx, { noticeId }: Project): Promise<string | undefined> => {
  const { rows } = await sql<{ on: string }>`
    select (drafted_at at time zone 'Asia/Shanghai')::date as on from publicity.notice
    where id = ${noticeId} and state in ('in-review', 'approved', 'issued')`.execute(tx)
  return rows[0]?.on
}

/**
 * R004-09: both the page online and the sheet on the wall have been up long enough, and nobody's objection is open.
 * @throws Problem 422 `micro.not-ready`
 */
const requirePublicised = async (tx: Tx, project: Project): Promise<void> => {
  const today = await businessToday(tx)
  const notice = project.noticeId === null ? undefined : await findNotice(tx, project.noticeId)
  if (notice?.state !== 'issued') throw blocked('notice', '网上公示没有签发或者已经撤回，请先重新拟写公示。')
  if (!project.postedOn) throw blocked('postedOn', '请先登记公示在党群服务中心张贴的日期，并上传张贴照片。')
  const workdays = project.programme.publicityWorkdays
  const wall = publicityPeriod(await loadCalendar(tx), { publishedOn: project.postedOn, workdays })
  const from = [wall.mayProceedOn, notice.proceedOn ?? '9999-12-31'].sort().at(-1)!
  if (today < from) {
    const counted = wall.days.filter(({ date, counted }) => counted !== null && date < today).length
    throw blocked('postedOn', `公示仅满${counted}个工作日，最早${dayWords(from)}方可填报验收表。`)
  }
  await requireNoObjection(tx, project)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from micro.picture
    where project_id = ${project.id} and part = 'notice' and at >= ${notice.draftedAt}`.execute(tx)
  if (rows[0]!.n === 0) throw blocked('pictures', '请上传这份公示在党群服务中心张贴的照片。')
}

/** @throws Problem 422 `micro.not-ready` while an objection to any version of the notice has no conclusion */
const requireNoObjection = async (tx: Tx, { noticeId }: Project): Promise<void> => {
  const open = noticeId === null ? [] : await openObjections(tx, noticeId)
  if (open.length > 0) throw blocked('notice', `还有${open.length}件异议没有办结，办结后才能验收。`)
}

const dayWords = (date: string) => {
  const { year, month, day } = Temporal.PlainDate.from(date)
  return `${year}年${month}月${day}日`
}

/** 填报验收表, signed for the village. */
export const fillAcceptance = async (tx: Tx, actor: Actor, project: Project, text: string): Promise<void> => {
  requireState(project, 'publicity', 'acceptance')
  await requirePublicised(tx, project)
  await recordStep(tx, actor, project, { step: 'acceptance', outcome: 'pass', comment: '' })
  await sql`update micro.project set acceptance = ${JSON.stringify({ text })}::jsonb where id = ${project.id}`.execute(
    tx,
  )
  await moveTo(tx, actor, project, 'committee')
}

type Decision = { outcome: 'pass' | 'return' | 'reject'; comment: string }

/**
 * 组织委员验收; what does not pass goes back to the village, which mends it, takes its pictures anew, says that it is done
 * and publicises it once more.
 */
export const accept = async (tx: Tx, actor: Actor, project: Project, { outcome, comment }: Decision): Promise<void> => {
  requireState(project, 'committee')
  if (outcome !== 'pass' && comment === '') throw blocked('comment', '请写明要整改什么。')
  const passed = outcome === 'pass'
  if (passed) await requireNoObjection(tx, project)
  await recordStep(tx, actor, project, { step: 'committee', outcome: passed ? 'pass' : 'return', comment })
  if (!passed)
    await sql`update micro.project set notice_id = null, posted_on = null, may_accept_on = null
      where id = ${project.id}`.execute(tx)
  await moveTo(tx, actor, project, passed ? 'accepted' : 'building', { comment })
}

/** 标牌: made by the sub-district for an accepted project (R004-12). */
export const orderPlaque = async (tx: Tx, actor: Actor, project: Project, textKey: PlaqueKey): Promise<void> => {
  requireState(project, 'accepted', 'paid')
  await sql`
    insert into micro.plaque (project_id, text_key, ordered_by) values (${project.id}, ${textKey}, ${actor.accountId})
    on conflict (project_id) do update set text_key = excluded.text_key where micro.plaque.hung_on is null`.execute(tx)
  await recordOf(tx, actor, project.id, 'plaque', { textKey })
}

export const hangPlaque = async (tx: Tx, actor: Actor, project: Project, hungOn: string): Promise<void> => {
  requireState(project, 'accepted', 'paid')
  const hung = { path: 'hungOn', what: '挂牌', on: hungOn }
  await requireNotFuture(tx, hung)
  requireNotBefore(hung, await acceptedOn(tx, project.id))
  const { rows } = await sql<{ id: number }>`
    update micro.plaque set hung_on = ${hungOn} where project_id = ${project.id} returning project_id as id`.execute(tx)
  if (!rows[0]) throw refuse('micro.order', '请先登记制作标牌。')
  await recordOf(tx, actor, project.id, 'plaque-hung', { hungOn })
}
