import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../load.ts'
import { claimFiles } from '../nomination/attached.ts'
import { keepConfirmations } from '../nomination/reasons.ts'
import { type SubmissionReport, submissionReport } from '../shared/index.ts'

/**
 * Saves 推荐情况报告, the committee's meeting and the papers a unit hands in for all its nominees together. An older
 * revision is refused with the one that is stored now: a paper brought elsewhere (待补章) is not overwritten.
 * @returns the new revision
 * @throws Problem `version.conflict` with the stored report as `current`, 422 `file.unknown`
 */
export const saveReport = async (
  tx: Tx,
  actor: Actor,
  submission: Submission,
  given: { revision: number; report: SubmissionReport },
): Promise<number> => {
  const { report: stored, revision } = await storedReport(tx, submission)
  if (given.revision !== revision)
    throw refuse('version.conflict', '这份报告刚刚有新的保存，请合并后再保存。', {
      current: { revision, report: stored },
    })
  await claimFiles(tx, actor, submission.unitPath, 'report', stored, given.report)
  const report = { ...given.report, reasons: keepConfirmations(stored.reasons, given.report.reasons) }
  await sql`update selection.submission set report = ${JSON.stringify(report)}::jsonb, revision = ${revision + 1}
    where id = ${submission.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.submission.report',
    subjectKind: 'submission',
    subjectId: submission.id,
  })
  return revision + 1
}

const storedReport = async (tx: Tx, { id }: Submission) => {
  const { rows } = await sql<{ report: unknown; revision: number }>`
    select report, revision from selection.submission where id = ${id}`.execute(tx)
  return { report: submissionReport.parse(rows[0]!.report), revision: rows[0]!.revision }
}
