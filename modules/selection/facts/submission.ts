import { type Db, sql } from '#platform/db/index.ts'
import type { Submission } from '../load.ts'
import {
  type Facts,
  type Plan,
  type QuotaOfUnit,
  recommendStage,
  type SubmissionReport,
  stepsWithin,
  submissionReport,
  unitFacts,
} from '../shared/index.ts'
import { identityOf, loadFrame, loadNominationFacts } from './load.ts'

type Row = { quota: QuotaOfUnit[]; report: Partial<SubmissionReport>; submittedAt: string | null }

/** The facts of one unit's whole submission. */
export const loadSubmissionFacts = async (db: Db, submission: Submission, mode: 'draft' | 'submit'): Promise<Facts> => {
  const { plan } = submission
  const frame = await loadFrame(db, plan, submission.campaignId)
  const { today } = frame.clock
  const nominations = await loadNominationFacts(db, plan, { submissionId: submission.id }, { today, mode })
  const { rows } = await sql<Row>`
    select quota, report, submitted_at as "submittedAt" from selection.submission where id = ${submission.id}`.execute(
    db,
  )
  const row = rows[0]!
  const recommend = recommendStage(plan)!
  const content = {
    unit: identityOf(plan, submission),
    quota: row.quota,
    report: submissionReport.parse(row.report),
    notices: nominations.flatMap(({ notices }) => notices).filter((notice, n, all) => all.indexOf(notice) === n),
    handedIn: {
      ...(row.submittedAt && submission.state !== 'open' && { [recommend.key]: row.submittedAt }),
      ...(await sentForConsultation(db, submission.id)),
    },
    unlockedUntil: unlocked(plan, recommend, submission.lateUntil),
  }
  return { ...frame, unit: unitFacts(plan, content, nominations) }
}

/** When the initial list was first sent for pre-review (沟通预审), by stage key; what is sent again later does not undo it. */
const sentForConsultation = async (db: Db, submissionId: number): Promise<Record<string, string>> => {
  const { rows } = await sql<{ stage: string; at: string }>`
    select r.stage, c.first_sent_at as at from selection.consultation c
    join selection.stage_run r on r.id = c.stage_run_id where c.submission_id = ${submissionId}`.execute(db)
  return Object.fromEntries(rows.map(({ stage, at }) => [stage, at]))
}

/** 补报 unlocks the recommendation and every step within it. */
const unlocked = (plan: Plan, recommend: Plan['stages'][number], until: string | null): Record<string, string> =>
  until ? Object.fromEntries([recommend, ...stepsWithin(plan, recommend)].map(({ key }) => [key, until])) : {}
