import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { meanOf, type StageOf, weightedTotal } from '../../shared/index.ts'
import type { Expert } from './experts.ts'
import { type SeatNominee, seatNominee } from './seat.ts'

export type Marks = { marks: Record<string, number | null>; comment: string; final: boolean }

export const reviewOf = (expert: Expert): StageOf<'review'> => expert.run.stage as StageOf<'review'>

/**
 * Keeps an expert's marks as typed; `final` hands them in, once.
 * @throws Problem `score.recused`, `score.final`, `score.range`, `score.missing`
 */
export const saveMarks = async (tx: Tx, actor: Actor, expert: Expert, nominationId: number, given: Marks) => {
  const nominee = await requireScorable(tx, expert, nominationId)
  const { criteria } = reviewOf(expert)
  requireKnown(criteria, given.marks)
  const total = weightedTotal(criteria, given.marks)
  if (given.final && total === null)
    throw refuse('score.missing', '还有评分项没有打分，请补齐后再提交。', { status: 422 })
  const state = given.final ? 'final' : 'draft'
  await sql`
    insert into selection.score (expert_id, nomination_id, marks, total, comment, state)
    values (${expert.expertId}, ${nominationId}, ${JSON.stringify(given.marks)}::jsonb, ${total}, ${given.comment}, ${state})
    on conflict (expert_id, nomination_id) do update set marks = excluded.marks, total = excluded.total,
      comment = excluded.comment, state = excluded.state, at = app.now()`.execute(tx)
  if (given.final) await keepScore(tx, expert, nominationId)
  if (given.final)
    await record(tx, actor, {
      action: 'selection.review.score',
      subjectKind: 'nomination',
      subjectId: nominationId,
      detail: { expert: expert.expertId, stage: expert.run.key },
    })
  return { total, state: state as 'draft' | 'final', nominee }
}

/** The mean of what was handed in, as the board reckons it, stands with the nomination so that lists can be sorted by it. */
const keepScore = async (tx: Tx, expert: Expert, nominationId: number) => {
  const { rows } = await sql<{ total: number }>`
    select c.total::float8 as total from selection.score c join selection.expert x on x.id = c.expert_id
    where x.stage_run_id = ${expert.run.id} and c.nomination_id = ${nominationId} and c.state = 'final'
      and not c.recused and c.total is not null`.execute(tx)
  const totals = rows.map(({ total }) => total)
  const mean = meanOf(totals, reviewOf(expert).mean)
  await sql`update selection.nomination set score = ${mean} where id = ${nominationId}`.execute(tx)
}

const requireKnown = (criteria: StageOf<'review'>['criteria'], marks: Record<string, number | null>) => {
  for (const [key, mark] of Object.entries(marks)) {
    const criterion = criteria.find(each => each.key === key)
    if (!criterion) throw refuse('score.unknown', '评分项与方案不一致，请刷新后再评。', { status: 422 })
    if (mark !== null && mark > criterion.max)
      throw refuse('score.range', `“${criterion.name}”满分${criterion.max}分，现为${mark}分。`, {
        status: 422,
        findings: [{ path: `marks.${key}`, message: `不能超过${criterion.max}分` }],
      })
  }
}

/** 申请回避: from here on the expert does not score this nominee. */
export const declareConflict = async (
  tx: Tx,
  actor: Actor,
  expert: Expert,
  nominationId: number,
  reason: string,
): Promise<void> => {
  if (!reviewOf(expert).experts?.recuse.includes('declared'))
    throw refuse('score.no-declaring', '方案没有规定专家自行申请回避，请与组织单位联系。')
  await requireScorable(tx, expert, nominationId)
  await sql`
    insert into selection.score (expert_id, nomination_id, recused, recusal_reason)
    values (${expert.expertId}, ${nominationId}, true, ${reason})
    on conflict (expert_id, nomination_id) do update set recused = true, recusal_reason = excluded.recusal_reason,
      marks = '{}', total = null, at = app.now()`.execute(tx)
  await record(tx, actor, {
    action: 'selection.review.recuse',
    subjectKind: 'nomination',
    subjectId: nominationId,
    detail: { expert: expert.expertId },
  })
}

const requireScorable = async (tx: Tx, expert: Expert, nominationId: number): Promise<SeatNominee> => {
  requireOpenStage(expert.run)
  if (reviewOf(expert).method === 'check') throw refuse('score.none', '本环节不需要专家打分。')
  const nominee = await seatNominee(tx, expert, nominationId)
  if (!nominee) throw refuse('pool.unknown', '名单中没有这个推荐对象，请刷新后再试。', { status: 404 })
  if (nominee.state === 'recused')
    throw refuse('score.recused', `您已回避这个推荐对象（${nominee.reason}），不能评分。`)
  if (nominee.state === 'final') throw refuse('score.final', '评分已经提交，不能再改。')
  return nominee
}
