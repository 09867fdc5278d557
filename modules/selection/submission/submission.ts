import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { enterPool } from '../campaign/pool.ts'
import { checkSubmission } from '../check.ts'
import type { Submission } from '../load.ts'
import { printSubmission } from '../nomination/keep-prints.ts'
import { giveRegisterNumbers } from '../nomination/register-number.ts'
import { blocking, type Finding, recommendStage, submissionMoves } from '../shared/index.ts'
import { passDown, passUp } from './passage.ts'
import { requireReturnable } from './returning.ts'
import { keepVersions } from './version.ts'

type Move = keyof typeof submissionMoves

const requireMove = (submission: Submission, move: Move) => {
  const { from, label } = submissionMoves[move]
  if (!(from as readonly string[]).includes(submission.state))
    throw refuse('submission.state', `当前状态不能“${label}”，请刷新页面查看最新状态。`)
}

/** Commits a move of the submission: its state, what goes with it, and the audit entry. */
const move = async (tx: Tx, actor: Actor, submission: Submission, name: Move, detail: Record<string, unknown> = {}) => {
  const { to, audit } = submissionMoves[name]
  await sql`update selection.submission set state = ${to} where id = ${submission.id}`.execute(tx)
  await record(tx, actor, {
    action: audit,
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { campaign: submission.campaignId, unit: submission.unitName, ...detail },
  })
}

/**
 * 上报: hands the unit's list up when nothing blocks it. What was handed in is kept as a version of each nomination.
 * @throws Problem `submission.blocked` with every finding
 */
export const submit = async (tx: Tx, actor: Actor, submission: Submission): Promise<Finding[]> => {
  requireMove(submission, 'submit')
  const findings = await checkSubmission(tx, submission, 'submit')
  const stops = blocking(findings)
  if (stops.length > 0)
    throw refuse('submission.blocked', `还有${stops.length}处需要处理，处理后才能上报。`, {
      status: 422,
      findings: stops,
    })
  await sql`update selection.nomination set state = 'submitted', submitted_at = app.now()
    where submission_id = ${submission.id} and state in ('draft', 'returned')`.execute(tx)
  await keepVersions(tx, submission.id)
  await printSubmission(tx, submission.id)
  await sql`update selection.submission set submitted_at = app.now() where id = ${submission.id}`.execute(tx)
  await sql`update selection.return_note set settled_at = app.now()
    where submission_id = ${submission.id} and settled_at is null`.execute(tx)
  await move(tx, actor, submission, 'submit', { warnings: findings.length })
  return findings
}

/** 撤回: takes it back, as long as the upper level has not accepted it. */
export const withdraw = async (tx: Tx, actor: Actor, submission: Submission): Promise<void> => {
  if (submission.state === 'accepted')
    throw refuse('submission.accepted', '上级已接收，不能自行撤回；确需修改的，请联系上级退回。')
  requireMove(submission, 'withdraw')
  await sql`update selection.nomination set state = 'draft'
    where submission_id = ${submission.id} and state = 'submitted'`.execute(tx)
  await move(tx, actor, submission, 'withdraw')
}

export type ReturnItem = { nominationId: number | null; path?: string | undefined; comment: string }

/**
 * 退回修改: back one level down, a comment for each item, with a deadline of its own; not once the list stands.
 * @throws Problem `submission.state`, `submission.list-stands`, `submission.passed-on`
 */
export const giveBack = async (
  tx: Tx,
  actor: Actor,
  submission: Submission,
  given: { dueOn: string; items: ReturnItem[] },
): Promise<void> => {
  requireMove(submission, 'return')
  await requireReturnable(tx, submission)
  const { aboveId } = submission
  if (submission.state === 'accepted' && aboveId !== null) await passDown(tx, { ...submission, aboveId })
  for (const item of given.items)
    await tx
      .insertInto('selection.return_note')
      .values({
        submission_id: submission.id,
        nomination_id: item.nominationId,
        path: item.path ?? null,
        comment: item.comment,
        due_on: given.dueOn,
        made_by: actor.accountId,
      })
      .execute()
  const named = given.items.flatMap(({ nominationId }) => nominationId ?? [])
  const whole = named.length < given.items.length
  await sql`update selection.nomination set state = 'returned'
    where submission_id = ${submission.id} and state in ('submitted', 'accepted')
      and (${whole} or id = any(${named}::bigint[]))`.execute(tx)
  await sql`update selection.submission set return_due_on = ${given.dueOn} where id = ${submission.id}`.execute(tx)
  await move(tx, actor, submission, 'return', { dueOn: given.dueOn, items: given.items.length })
}

/**
 * 接收: the upper level takes the list over; from here it can only be returned. Rules that look beyond one unit
 * (the same person put up twice, an objection that came later) are looked at again.
 * @throws Problem `submission.unfit` with what stands in the way
 */
export const accept = async (tx: Tx, actor: Actor, submission: Submission): Promise<void> => {
  requireMove(submission, 'accept')
  const stops = blocking(await checkSubmission(tx, submission, 'check'))
  if (stops.length > 0)
    throw refuse('submission.unfit', `有${stops.length}处不符合接收条件，请退回修改。`, {
      status: 422,
      findings: stops,
    })
  await sql`update selection.submission set accepted_at = app.now() where id = ${submission.id}`.execute(tx)
  if (submission.aboveId === null) {
    await sql`update selection.nomination set state = 'accepted'
      where submission_id = ${submission.id} and state = 'submitted'`.execute(tx)
    await giveRegisterNumbers(tx, actor, submission)
    await enterPool(tx, submission)
  } else await passUp(tx, { ...submission, aboveId: submission.aboveId })
  await move(tx, actor, submission, 'accept')
}

/** 补报: lets one unit hand in after the deadline, until a set time (ISO instant). */
export const unlockLate = async (tx: Tx, actor: Actor, submission: Submission, until: string): Promise<void> => {
  if (recommendStage(submission.plan)?.late === 'never')
    throw refuse('submission.never-late', '方案规定逾期不再受理，不能开通补报。')
  await sql`update selection.submission set late_until = ${until} where id = ${submission.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.submission.unlock',
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { until },
  })
}
