import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Step } from '../shared/index.ts'

/** A day (ISO) that somebody enters: the field it stands in, and what it is the day of. */
export type Entered = { path: string; what: string; on: string }
/** What has to have happened by then; where the record knows no day of it, nothing is asked. */
export type Earlier = { what: string; on: string | null | undefined }

const wrongDate = (path: string, message: string) =>
  refuse('micro.date', message, { status: 422, findings: [{ path, severity: 'block', rule: 'R004-14', message }] })

/** Dates rise along the chain (R004-14, D-11). @throws Problem 422 `micro.date`, which says the earlier day and its matter */
export const requireNotBefore = ({ path, what, on }: Entered, earlier: Earlier): void => {
  if (earlier.on && on < earlier.on)
    throw wrongDate(path, `${what}日期不能早于${earlier.what}的日期（${chineseDate(earlier.on)}）。`)
}

/** @throws Problem 422 `micro.date` for a day that has not come */
export const requireNotFuture = async (db: Db | Tx, { path, what, on }: Entered): Promise<void> => {
  if (on > (await businessToday(db))) throw wrongDate(path, `${what}日期不能晚于今天。`)
}

/** The civil day on which a step was passed last; null before. */
export const dayOfStep = async (db: Db | Tx, projectId: number, step: Step): Promise<string | null> => {
  const { rows } = await sql<{ day: string | null }>`
    select (max(at) at time zone 'Asia/Shanghai')::date as day from micro.step
    where project_id = ${projectId} and step = ${step} and outcome = 'pass'`.execute(db)
  return rows[0]!.day
}

/** The day of the meeting that approved a project, from which work and money may begin. */
export const approvedAtMeeting = async (db: Db | Tx, projectId: number): Promise<Earlier> => {
  const { rows } = await sql<{ day: string }>`
    select m.held_on as day from micro.step s join micro.meeting m on m.id = s.meeting_id
    where s.project_id = ${projectId} and s.step = 'meeting' and s.outcome = 'pass' order by s.id desc limit 1`.execute(
    db,
  )
  return { what: '会议批准', on: rows[0]?.day }
}

/** The day on which the sub-district accepted the work: money and plaque come after. */
export const acceptedOn = async (db: Db | Tx, projectId: number): Promise<Earlier> => ({
  what: '街道验收',
  on: await dayOfStep(db, projectId, 'committee'),
})
