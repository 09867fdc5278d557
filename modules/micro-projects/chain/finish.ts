import type { Actor } from '#kernel/access/index.ts'
import { loadCalendar, publicityPeriod } from '#kernel/calendar/index.ts'
import { openObjections } from '#kernel/publicity/index.ts'
import { businessToday, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { pictureFindings } from '../pictures/findings.ts'
import type { Project } from '../project/load.ts'
import { recordOf } from '../project/record.ts'
import type { Completion, PlaqueKey } from '../shared/index.ts'
import { requireClear } from './apply.ts'
import { acceptedOn, approvedAtMeeting, requireNotBefore, requireNotFuture } from './dates.ts'
import { moveTo } from './move.ts'
import { recordStep, requireState } from './steps.ts'

const blocked = (path: string, message: string) =>
  refuse('micro.not-ready', message, { status: 422, findings: [{ path, severity: 'block', message }] })

/** 登记完工: people, day and words; the pictures before and after must be there and differ. */
export const complete = async (tx: Tx, actor: Actor, project: Project, completion: Completion): Promise<void> => {
  requireState(project, 'building')
  const finished = { path: 'finishedOn', what: '完工', on: completion.finishedOn }
  await requireNotFuture(tx, finished)
  requireNotBefore(finished, await approvedAtMeeting(tx, project.id))
  if (project.spentFen === 0) throw blocked('expenses', '请先登记开支和票据。')
  requireClear(await pictureFindings(tx, project), '登记完工')
  await sql`update micro.project set completion = ${JSON.stringify(completion)}::jsonb where id = ${project.id}`.execute(
    tx,
  )
  await moveTo(tx, actor, project, 'completed')
}

/** 张贴: from the day on which the printed notice hung at the service centre, its own working days are counted. */
export const post = async (tx: Tx, actor: Actor, project: Project, postedOn: string): Promise<void> => {
  requireState(project, 'completed', 'publicity')
  if (postedOn > (await businessToday(tx))) throw blocked('postedOn', '张贴日期不能晚于今天。')
  if (project.completion && postedOn < project.completion.finishedOn)
    throw blocked('postedOn', '张贴日期不能早于完工日期。')
  await sql`update micro.project set posted_on = ${postedOn} where id = ${project.id}`.execute(tx)
  await recordOf(tx, actor, project.id, 'post', { postedOn })
}

/**
 * R004-09: both the page online and the sheet on the wall have been up long enough, and nobody's objection is open.
 * @throws Problem 422 `micro.not-ready`
 */
const requirePublicised = async (tx: Tx, project: Project): Promise<void> => {
  const today = await businessToday(tx)
  if (!project.postedOn) throw blocked('postedOn', '请先登记公示在党群服务中心张贴的日期，并上传张贴照片。')
  const workdays = project.programme.publicityWorkdays
  const wall = publicityPeriod(await loadCalendar(tx), { publishedOn: project.postedOn, workdays })
  const from = [wall.mayProceedOn, project.mayAcceptOn ?? '9999-12-31'].sort().at(-1)!
  if (today < from) {
    const counted = wall.days.filter(({ date, counted }) => counted !== null && date < today).length
    throw blocked('postedOn', `公示仅满${counted}个工作日，最早${dayWords(from)}方可填报验收表。`)
  }
  const open = project.noticeId === null ? [] : await openObjections(tx, project.noticeId)
  if (open.length > 0) throw blocked('notice', `还有${open.length}件异议没有办结，办结后才能验收。`)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from micro.picture where project_id = ${project.id} and part = 'notice'`.execute(tx)
  if (rows[0]!.n === 0) throw blocked('pictures', '请上传公示在党群服务中心张贴的照片。')
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

/** 组织委员验收; what does not pass goes back to the village, which mends it and fills the form once more. */
export const accept = async (tx: Tx, actor: Actor, project: Project, { outcome, comment }: Decision): Promise<void> => {
  requireState(project, 'committee')
  if (outcome !== 'pass' && comment === '') throw blocked('comment', '请写明要整改什么。')
  const passed = outcome === 'pass'
  await recordStep(tx, actor, project, { step: 'committee', outcome: passed ? 'pass' : 'return', comment })
  await moveTo(tx, actor, project, passed ? 'accepted' : 'acceptance', { comment })
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
