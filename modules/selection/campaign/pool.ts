import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { StageRun, Submission } from '../load.ts'
import type { Outcome } from '../shared/index.ts'

/** A candidate's place in a stage. */
export type PoolEntry = {
  nominationId: number
  name: string
  category: string
  unitId: number
  unitName: string
  unitPath: string
  rank: number | null
  outcome: Outcome
  reason: string | null
  evidence: Record<string, unknown>
}

/** Everyone in a stage, in official unit order, then rank. */
export const poolOf = async (db: Db, stageRunId: number): Promise<PoolEntry[]> => {
  const { rows } = await sql<PoolEntry>`
    select e.nomination_id as "nominationId", m.name, e.category, m.unit_id as "unitId", u.name as "unitName",
      u.path as "unitPath", m.rank, e.outcome, e.reason, e.evidence
    from selection.pool_entry e
    join selection.nomination m on m.id = e.nomination_id
    join units.unit u on u.id = m.unit_id
    where e.stage_run_id = ${stageRunId}
    order by e.category, m.unit_order, m.rank nulls last, m.id`.execute(db)
  return rows
}

/** Puts a received unit's nominees into the pool of the recommendation stage, each as passed on. */
export const enterPool = async (tx: Tx, submission: Submission): Promise<void> => {
  await sql`
    insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome, decided_at)
    select r.id, m.id, m.category, 'pass', app.now()
    from selection.nomination m
    join selection.stage_run r on r.campaign_id = m.campaign_id and r.kind = 'recommend'
    where m.submission_id = ${submission.id} and m.state = 'accepted'
    on conflict (stage_run_id, nomination_id) do update set outcome = 'pass', decided_at = app.now()`.execute(tx)
}

/** The reason of those whom a stage lets by because it is not about their category. */
export const notConcerned = '本环节不涉及'

/** Moves everyone whom one stage let pass into the next, where they wait to be dealt with. */
export const passOn = async (tx: Tx, fromRunId: number, to: StageRun): Promise<number> => {
  const about = to.stage.categories ?? null
  const { numAffectedRows } = await sql`
    insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome, reason)
    select ${to.id}, nomination_id, category,
      case when ${about}::text[] is null or category = any(${about}::text[]) then 'pending' else 'pass' end,
      case when ${about}::text[] is null or category = any(${about}::text[]) then null else ${notConcerned} end
    from selection.pool_entry where stage_run_id = ${fromRunId} and outcome = 'pass'
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export type Judgement = {
  nominationId: number
  outcome: Outcome
  reason?: string
  evidence?: Record<string, unknown>
}

/**
 * Gives candidates of an open stage their outcome, with reason and evidence; what was noted before stays.
 * @throws Problem `stage.closed`, `pool.unknown`
 */
export const judge = async (tx: Tx, actor: Actor, run: StageRun, judgements: Judgement[]): Promise<void> => {
  requireOpenStage(run)
  for (const { nominationId, outcome, reason, evidence } of judgements) {
    const { numAffectedRows } = await sql`
      update selection.pool_entry set outcome = ${outcome}, reason = ${reason ?? null},
        evidence = evidence || ${JSON.stringify(evidence ?? {})}::jsonb, decided_by = ${actor.name}, decided_at = app.now()
      where stage_run_id = ${run.id} and nomination_id = ${nominationId}`.execute(tx)
    if (!numAffectedRows) throw refuse('pool.unknown', '名单中没有这个推荐对象，请刷新后再试。', { status: 404 })
  }
  await record(tx, actor, {
    action: `selection.${run.stage.kind}.judge`,
    subjectKind: 'stage-run',
    subjectId: run.id,
    detail: { judgements: judgements.map(({ nominationId, outcome }) => ({ nominationId, outcome })) },
  })
}

export const requireOpenStage = (run: StageRun): void => {
  if (run.runState === 'waiting') throw refuse('stage.waiting', `“${run.stage.title}”尚未开始。`)
  if (run.runState === 'closed') throw refuse('stage.closed', `“${run.stage.title}”已经结束，不能再修改。`)
}
