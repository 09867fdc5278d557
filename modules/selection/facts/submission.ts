import { type Db, sql } from '#platform/db/index.ts'
import type { Submission } from '../load.ts'
import { type Facts, type QuotaOfUnit, type SubmissionReport, submissionReport, unitFacts } from '../shared/index.ts'
import { identityOf, loadFrame, loadNominationFacts } from './load.ts'

type Row = { quota: QuotaOfUnit[]; report: Partial<SubmissionReport>; submittedAt: string | null }

/** The facts of one unit's whole submission. */
export const loadSubmissionFacts = async (db: Db, submission: Submission, mode: 'draft' | 'submit'): Promise<Facts> => {
  const { plan } = submission
  const frame = await loadFrame(db, plan)
  const { today } = frame.clock
  const nominations = await loadNominationFacts(db, plan, { submissionId: submission.id }, { today, mode })
  const { rows } = await sql<Row>`
    select quota, report, submitted_at as "submittedAt" from selection.submission where id = ${submission.id}`.execute(
    db,
  )
  const row = rows[0]!
  const recommend = plan.stages.find(({ kind }) => kind === 'recommend')!.key
  const content = {
    unit: identityOf(plan, submission),
    quota: row.quota,
    report: submissionReport.parse(row.report),
    notices: nominations.flatMap(({ notices }) => notices).filter((notice, n, all) => all.indexOf(notice) === n),
    handedIn: row.submittedAt && submission.state !== 'open' ? { [recommend]: row.submittedAt } : {},
    unlockedUntil: submission.lateUntil ? { [recommend]: submission.lateUntil } : {},
  }
  return { ...frame, unit: unitFacts(plan, content, nominations) }
}
