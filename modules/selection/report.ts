import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { claimFiles } from './attached.ts'
import type { Submission } from './load.ts'
import type { SubmissionReport } from './shared/index.ts'

/**
 * Saves 推荐情况报告, the committee's meeting and the papers a unit hands in for all its nominees together.
 * @throws Problem 422 `file.unknown`
 */
export const saveReport = async (
  tx: Tx,
  actor: Actor,
  submission: Submission,
  report: SubmissionReport,
): Promise<void> => {
  const { rows } = await sql<{ before: Partial<SubmissionReport> }>`
    select report as before from selection.submission where id = ${submission.id}`.execute(tx)
  await claimFiles(tx, actor, submission.unitPath, 'report', rows[0]!.before, report)
  await sql`update selection.submission set report = ${JSON.stringify(report)}::jsonb, revision = revision + 1
    where id = ${submission.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.submission.report',
    subjectKind: 'submission',
    subjectId: submission.id,
  })
}
