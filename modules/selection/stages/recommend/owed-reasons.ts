import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { checkPool } from '../../campaign/check-pool.ts'
import { loadStageRun, type Nomination } from '../../load.ts'
import { keepConfirmations } from '../../nomination/reasons.ts'
import type { WrittenReason } from '../../shared/index.ts'

type Owed = { nominationId: number; name: string; rule: string; message: string; text: string | null }

/** What the open stage's rules ask a unit to give reasons for: not written yet, or waiting for the principal. */
export const owedReasons = async (db: Db, of: { campaignId: number; submissionId: number }): Promise<Owed[]> => {
  const { rows: open } = await sql<{ stage: string }>`
    select stage from selection.stage_run where campaign_id = ${of.campaignId} and state = 'open'
    order by seq desc limit 1`.execute(db)
  const run = open[0] && (await loadStageRun(db, of.campaignId, open[0].stage))
  if (!run) return []
  const found = await checkPool(db, run, undefined, { submissionId: of.submissionId })
  const asked = found.filter(({ severity, settled, nomination }) => severity === 'reason' && !settled && nomination)
  const { rows } = await sql<{ id: number; name: string; reasons: WrittenReason[] }>`
    select id, name, reasons from selection.nomination where submission_id = ${of.submissionId}`.execute(db)
  return asked.flatMap(({ rule, message, nomination }) => {
    const row = rows.find(({ id }) => String(id) === nomination)
    const text = row?.reasons.find(reason => reason.rule === rule)?.text ?? null
    return row ? [{ nominationId: row.id, name: row.name, rule, message, text }] : []
  })
}

const owedOf = async (tx: Tx, nomination: Nomination) =>
  (await owedReasons(tx, nomination)).filter(({ nominationId }) => nominationId === nomination.id)

/** Adds a reason to what was handed in; nothing else of it changes. @throws Problem 404 `reason.none` */
export const writeReason = async (
  tx: Tx,
  actor: Actor,
  nomination: Nomination,
  given: WrittenReason,
): Promise<void> => {
  if (!(await owedOf(tx, nomination)).some(({ rule }) => rule === given.rule))
    throw refuse('reason.none', '这一项不需要补写说明，或者已经确认，请刷新查看。', { status: 404 })
  const { rows } = await sql<{ reasons: WrittenReason[] }>`
    select reasons from selection.nomination where id = ${nomination.id}`.execute(tx)
  const before = rows[0]!.reasons
  const after = keepConfirmations(before, [...before.filter(({ rule }) => rule !== given.rule), given])
  await sql`update selection.nomination set reasons = ${JSON.stringify(after)}::jsonb, revision = revision + 1
    where id = ${nomination.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.reason.write',
    subjectKind: 'nomination',
    subjectId: nomination.id,
    detail: { rule: given.rule },
  })
}

/** Tells the unit's clerks and principal that a reason is owed. @throws Problem 404 `reason.none` */
export const askReason = async (tx: Tx, actor: Actor, nomination: Nomination): Promise<void> => {
  const owed = await owedOf(tx, nomination)
  if (owed.length === 0) throw refuse('reason.none', '没有需要单位说明的事项。', { status: 404 })
  const clerks = await postsWithRole(tx, nomination.unitId, 'recommender')
  const principals = await postsWithRole(tx, nomination.unitId, 'principal')
  await notify(tx, {
    postIds: [...new Set([...clerks, ...principals])],
    subject: `请补写情况说明：${nomination.name}`,
    body: owed.map(({ message }) => message).join('\n'),
    link: `/selection/submissions/${nomination.submissionId}`,
    campaignId: nomination.campaignId,
  })
  await record(tx, actor, {
    action: 'selection.reason.ask',
    subjectKind: 'nomination',
    subjectId: nomination.id,
    detail: { rules: owed.map(({ rule }) => rule) },
  })
}
