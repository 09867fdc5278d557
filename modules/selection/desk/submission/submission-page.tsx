import { Link, useParams } from 'react-router'
import { Answered, Page, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import { IntakeLinks } from '../intake/intake-links.tsx'
import { UnitPapers } from '../papers/unit-papers.tsx'
import { StepLinks } from '../stages/step-links.tsx'
import { submissionWords } from '../words.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { BelowSheet } from './below-sheet.tsx'
import { CategorySheet } from './category-sheet.tsx'
import { CheckSheet } from './check-sheet.tsx'
import type { Submission } from './findings.ts'
import { MoveActions } from './move-actions.tsx'
import { NoticeSheet } from './notice-sheet.tsx'
import { OwedReasons } from './owed-reasons.tsx'
import { PromiseSheet } from './promise-sheet.tsx'
import { RedlineSheet } from './redline-sheet.tsx'
import { ReportConflict } from './report-conflict.tsx'
import { ReportSheet } from './report-sheet.tsx'
import { ReturnNotes } from './return-notes.tsx'
import { useReport } from './use-report.ts'
import './submission.css'

/** A unit's part in a campaign: its workplace, and the receiver's reading of it. */
const SubmissionPage = () => {
  const id = Number(useParams().id)
  const submission = useEndpoint(submissionsApi.getSubmission, { params: { id } }, { keepPrevious: true })
  return <Answered of={submission}>{data => <Workplace key={data.id} submission={data} />}</Answered>
}

const Workplace = ({ submission }: { submission: Submission }) => {
  const { permissions, asks } = submission
  const { draft: report, merge } = useReport(submission)
  return (
    <Page
      title={`${submission.unitName} · ${submission.shortTitle}`}
      meta={<Head submission={submission} />}
      actions={<MoveActions submission={submission} />}
    >
      <ReturnNotes submission={submission} />
      <StepLinks submissionId={submission.id} steps={submission.stages} vetting={permissions.vetting} />
      {permissions.receive && <RedlineSheet submission={submission} />}
      {submission.categories.map(category => (
        <CategorySheet key={category.key} submission={submission} category={category} />
      ))}
      <IntakeLinks submissionId={submission.id} fill={permissions.fill} own={permissions.own} />
      {asks.notice && <NoticeSheet submission={submission} asks={asks.notice} />}
      {merge && <ReportConflict merge={merge} asks={asks} onResolve={report.resolve} />}
      <ReportSheet submission={submission} report={report} />
      <PromiseSheet submissionId={submission.id} />
      <OwedReasons submissionId={submission.id} />
      <BelowSheet submission={submission} />
      <UnitPapers
        submissionId={submission.id}
        campaignId={submission.campaignId}
        packages={permissions.own || permissions.receive || permissions.unlock}
      />
      <CheckSheet submission={submission} report={report} />
    </Page>
  )
}

const Head = ({ submission }: { submission: Submission }) => {
  const { words, tone } = submissionWords(
    submission.state,
    submission.nominations.length > 0 || !submission.permissions.own,
  )
  const due = submission.state === 'returned' ? (submission.returnDueOn ?? submission.dueOn) : submission.dueOn
  return (
    <>
      <StateTag tone={tone}>{words}</StateTag>
      {due && (
        <>
          {submission.state === 'returned' ? ' 重报期限 ' : ' 上报截止 '}
          <WorkdayDeadline due={due} settled={submission.state === 'submitted' || submission.state === 'accepted'} />
        </>
      )}
      {submission.lateUntil && ' · 已开通补报'}
      {submission.permissions.unlock && (
        <>
          {' · '}
          <Link to={`/selection/campaigns/${submission.campaignId}`}>返回总览</Link>
        </>
      )}
      {submission.asks.selfRecommendations && (
        <>
          {' · '}
          <Link to={`/selection/submissions/${submission.id}/self-recommendations`}>群众自荐、举荐</Link>
        </>
      )}
    </>
  )
}

export default SubmissionPage
