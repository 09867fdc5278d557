import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import type { Article } from '#kernel/forms/shared/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { checkPool } from '../../campaign/check-pool.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { blocking, type Finding, type InspectionFacts } from '../../shared/index.ts'
import { type Part, requireNotHandedIn } from './load.ts'

export type Inspection = {
  team: InspectionFacts['team']
  branch: string
  visitedOn: string | null
  articles: Record<string, Article>
  fileKeys: string[]
}

/** Saves what was written of one candidate; nothing typed is refused for its content. */
export const saveInspection = async (tx: Tx, actor: Actor, part: Part, given: Inspection): Promise<void> => {
  requireOpenStage(part.run)
  await requireNotHandedIn(tx, part)
  const files = await keepFiles(tx, actor, given.fileKeys, 'inspection', await heldFiles(tx, part))
  await sql`
    insert into selection.inspection (stage_run_id, nomination_id, team, branch, visited_on, material, file_ids)
    values (${part.run.id}, ${part.nominationId}, ${JSON.stringify(given.team)}::jsonb, ${given.branch || null},
      ${given.visitedOn}, ${JSON.stringify(given.articles)}::jsonb, ${files.map(({ id }) => id)}::bigint[])
    on conflict (stage_run_id, nomination_id) do update set team = excluded.team, branch = excluded.branch,
      visited_on = excluded.visited_on, material = excluded.material, file_ids = excluded.file_ids`.execute(tx)
  await record(tx, actor, {
    action: 'selection.inspect.save',
    subjectKind: 'nomination',
    subjectId: part.nominationId!,
    detail: { stage: part.run.key, team: given.team.length },
  })
}

/** Ids of what a candidate's inspection, or the unit's report, holds already. */
const heldFiles = async (tx: Tx, { run, submissionId, nominationId }: Part): Promise<number[]> => {
  const at =
    nominationId === null
      ? sql`selection.inspection_report where submission_id = ${submissionId}`
      : sql`selection.inspection where nomination_id = ${nominationId}`
  const { rows } = await sql<{ ids: number[] }>`select file_ids as ids from ${at} and stage_run_id = ${run.id}`.execute(
    tx,
  )
  return rows[0]?.ids ?? []
}

export const saveReport = async (
  tx: Tx,
  actor: Actor,
  part: Part,
  given: { report: Article; fileKeys: string[] },
): Promise<void> => {
  requireOpenStage(part.run)
  await requireNotHandedIn(tx, part)
  const files = await keepFiles(tx, actor, given.fileKeys, 'inspection', await heldFiles(tx, part))
  await sql`
    insert into selection.inspection_report (stage_run_id, submission_id, report, file_ids)
    values (${part.run.id}, ${part.submissionId}, ${JSON.stringify(given.report)}::jsonb,
      ${files.map(({ id }) => id)}::bigint[])
    on conflict (stage_run_id, submission_id) do update set report = excluded.report,
      file_ids = excluded.file_ids`.execute(tx)
  await record(tx, actor, {
    action: 'selection.inspect.report',
    subjectKind: 'submission',
    subjectId: part.submissionId,
    detail: { stage: part.run.key },
  })
}

/** Why a rule that asks for a reason is not kept; it stands with the candidate in this stage. */
export const giveReason = async (
  tx: Tx,
  actor: Actor,
  part: Part,
  given: { rule: string; text: string },
): Promise<void> => {
  requireOpenStage(part.run)
  await sql`
    update selection.pool_entry set evidence = evidence || jsonb_build_object('reasons',
      coalesce((select jsonb_agg(r) from jsonb_array_elements(evidence -> 'reasons') r where r ->> 'rule' <> ${given.rule}), '[]')
        || ${JSON.stringify([given])}::jsonb)
    where stage_run_id = ${part.run.id} and nomination_id = ${part.nominationId}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.inspect.reason',
    subjectKind: 'nomination',
    subjectId: part.nominationId!,
    detail: { rule: given.rule },
  })
}

/**
 * 报送考察材料: a unit's candidates and its report together, when nothing of them is missing.
 * @throws Problem `inspection.blocked` with every finding
 */
export const handIn = async (tx: Tx, actor: Actor, part: Part): Promise<Finding[]> => {
  requireOpenStage(part.run)
  await requireNotHandedIn(tx, part)
  const findings = await checkPool(tx, part.run, 'inspect', { submissionId: part.submissionId })
  const stops = blocking(findings)
  if (stops.length > 0)
    throw refuse('inspection.blocked', `还有${stops.length}处需要处理，处理后才能报送。`, {
      status: 422,
      findings: stops,
    })
  await sql`
    insert into selection.inspection_report (stage_run_id, submission_id, handed_in_at, handed_in_by)
    values (${part.run.id}, ${part.submissionId}, app.now(), ${actor.name})
    on conflict (stage_run_id, submission_id) do update set handed_in_at = app.now(),
      handed_in_by = excluded.handed_in_by`.execute(tx)
  await sql`update selection.inspection i set state = 'done' from selection.nomination m
    where m.id = i.nomination_id and m.submission_id = ${part.submissionId} and i.stage_run_id = ${part.run.id}`.execute(
    tx,
  )
  await record(tx, actor, {
    action: 'selection.inspect.hand-in',
    subjectKind: 'submission',
    subjectId: part.submissionId,
    detail: { stage: part.run.key },
  })
  return findings
}
