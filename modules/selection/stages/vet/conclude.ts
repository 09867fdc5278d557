import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { VetRequest, Vetting } from './load.ts'

export type Conclusion = { nominationId: number; conclusion: 'continue' | 'stop'; reason: string }

/**
 * Writes an officer's conclusion on an objection: the name goes on once every objection to it is concluded, or stops.
 * @throws Problem `vet.no-objection`
 */
export const concludeOpinion = async (
  tx: Tx,
  actor: Actor,
  request: VetRequest,
  { nominationId, conclusion, reason }: Conclusion,
): Promise<void> => {
  const { numAffectedRows } = await sql`
    update selection.vet_opinion set conclusion = ${conclusion}, conclusion_reason = ${reason},
      concluded_by = ${actor.accountId}, concluded_at = app.now()
    where request_id = ${request.id} and nomination_id = ${nominationId} and opinion = 'objection' and at is not null
      and conclusion is null`.execute(tx)
  if (!numAffectedRows) throw refuse('vet.no-objection', '没有待处理的异议，可能已由他人作出结论，请刷新查看。')
  if (conclusion === 'stop') await stop(tx, request.vetting, nominationId)
  else await release(tx, request.vetting, nominationId)
  await record(tx, actor, {
    action: 'selection.vet.conclude',
    subjectKind: 'nomination',
    subjectId: nominationId,
    detail: { request: request.id, department: request.department, conclusion },
  })
}

const stop = async (tx: Tx, { run, submission }: Vetting, nominationId: number) => {
  if (submission?.state === 'accepted')
    throw refuse('vet.accepted', '名单已由上级接收，请先请上级退回，再作出停止推荐的结论。')
  if (submission)
    await sql`update selection.nomination set state = 'removed', rank = null where id = ${nominationId}`.execute(tx)
  else
    await sql`update selection.pool_entry set outcome = 'out', reason = '征求意见后不再推荐', decided_at = app.now()
      where stage_run_id = ${run.id} and nomination_id = ${nominationId}`.execute(tx)
}

/** A frozen name goes on with the others when the last objection to it has its conclusion. */
const release = async (tx: Tx, { run, submission }: Vetting, nominationId: number) => {
  if (submission) return
  await sql`
    update selection.pool_entry e set outcome = 'pending', reason = null
    where e.stage_run_id = ${run.id} and e.nomination_id = ${nominationId} and e.outcome = 'suspended'
      and not exists (select from selection.vet_opinion o join selection.vet_request q on q.id = o.request_id
        where q.stage_run_id = ${run.id} and o.nomination_id = ${nominationId} and o.at is not null
          and o.opinion = 'objection' and o.conclusion is null)`.execute(tx)
}
