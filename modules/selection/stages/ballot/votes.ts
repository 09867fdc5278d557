import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'

/** Votes for one name; apart by group where voters were told apart. */
export type Count = { nominationId: number; count: number; groups?: { name: string; count: number }[] }

/**
 * Keeps the counts of a vote with the candidates' places in the stage (`evidence.votes`) and lets everyone pass on:
 * a vote is looked at by those who decide and never decides by itself. Names under objection stay suspended.
 */
export const recordVotes = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  result: { source: string; counts: Count[] },
): Promise<void> => {
  requireOpenStage(run)
  const given = result.counts.map(({ nominationId, count, groups }) => ({
    id: nominationId,
    votes: { count, source: result.source, ...(groups && { groups }) },
  }))
  await sql`
    update selection.pool_entry e set decided_by = ${actor.name}, decided_at = app.now(),
      outcome = case when e.outcome = 'pending' then 'pass' else e.outcome end,
      evidence = e.evidence || jsonb_build_object('votes', c.votes)
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as c (id bigint, votes jsonb)
    where e.stage_run_id = ${run.id} and e.nomination_id = c.id`.execute(tx)
  await record(tx, actor, {
    action: 'selection.ballot.votes',
    subjectKind: 'stage-run',
    subjectId: run.id,
    detail: { source: result.source, names: given.length },
  })
}

/** Nobody on the ballot is left without a count, and nobody else has one. @throws Problem `ballot.names` */
export const requireAllNames = async (tx: Tx, run: StageRun, counts: Count[]): Promise<void> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select m.id, m.name from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    where e.stage_run_id = ${run.id} and e.outcome <> 'out' order by m.unit_order, m.id`.execute(tx)
  const given = new Set(counts.map(({ nominationId }) => nominationId))
  const missing = rows.filter(({ id }) => !given.has(id))
  if (missing.length > 0)
    throw refuse(
      'ballot.names',
      `还有${missing.length}个候选对象没有票数：${missing[0]!.name}${missing.length > 1 ? '等' : ''}。`,
      {
        status: 422,
      },
    )
  if (given.size !== counts.length || counts.some(({ nominationId }) => !rows.some(({ id }) => id === nominationId)))
    throw refuse('ballot.names', '票数与候选名单不一致，请刷新后再录。', { status: 422 })
}
