import type { z } from 'zod'
import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { loadCalendar } from '#kernel/calendar/index.ts'
import { publicityPeriod } from '#kernel/calendar/shared/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../load.ts'
import type { submissionsApi } from '../shared/index.ts'

type Given = z.output<NonNullable<typeof submissionsApi.addLocalNotice.body>>

/** Records the unit's own 公示 with its evidence, and works out its last day by working days (D-05). */
export const addLocalNotice = async (tx: Tx, actor: Actor, submission: Submission, given: Given) => {
  const step = submission.plan.stages.find(stage => stage.kind === 'publicise' && stage.within)
  if (step?.kind !== 'publicise') throw refuse('publicity.none', '方案没有要求推荐单位公示。')
  const period = publicityPeriod(await loadCalendar(tx), {
    publishedOn: given.publishedOn,
    workdays: step.minWorkdays,
    countPublishDay: submission.plan.calendar.countPublishDay,
  })
  await refuseForeign(tx, submission, given.nominationIds)
  const files = await keepFiles(tx, actor, given.fileKeys, 'local-notice')
  const { rows } = await sql<{ id: number }>`
    insert into selection.local_notice (submission_id, medium, media_level, url, file_ids, published_on, workdays,
      last_day, nomination_ids)
    values (${submission.id}, ${given.medium}, ${given.mediaLevel}, ${given.url ?? null},
      ${files.map(({ id }) => id)}::bigint[], ${given.publishedOn}, ${step.minWorkdays}, ${period.lastDay},
      ${given.nominationIds}::bigint[])
    returning id`.execute(tx)
  await record(tx, actor, {
    action: 'selection.local-notice.add',
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { medium: given.medium, publishedOn: given.publishedOn, lastDay: period.lastDay },
  })
  return { id: rows[0]!.id, lastDay: period.lastDay }
}

const refuseForeign = async (tx: Tx, submission: Submission, ids: number[]) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from selection.nomination
    where id = any(${ids}::bigint[]) and submission_id = ${submission.id}`.execute(tx)
  if (rows[0]!.n !== new Set(ids).size)
    throw refuse('publicity.foreign', '公示名单中有不属于本单位的推荐对象，请重新选择。', { status: 422 })
}

export const removeLocalNotice = async (tx: Tx, actor: Actor, submission: Submission, id: number): Promise<void> => {
  await sql`delete from selection.local_notice where id = ${id} and submission_id = ${submission.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.local-notice.remove',
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { id },
  })
}
