import { Link, useParams } from 'react-router'
import { Answered, Page, useEndpoint } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../../shared/index.ts'
import { WorkdayDeadline } from '../../workday-deadline.tsx'
import { VettingBoard } from './vetting-board.tsx'

/** A recommending unit asks its own departments about its list, before it hands in. */
const UnitVettingPage = () => {
  const { id, stage } = useParams()
  const submissionId = Number(id)
  const submission = useEndpoint(submissionsApi.getSubmission, { params: { id: submissionId } })
  return (
    <Answered of={submission}>
      {({ campaignId, unitName, dueOn, stages }) => (
        <Page
          title={stages.find(({ key }) => key === stage)?.title ?? '征求意见'}
          meta={
            <>
              <Link to={`/selection/submissions/${submissionId}`}>返回{unitName}</Link>
              {dueOn && (
                <>
                  {' · 上报截止 '}
                  <WorkdayDeadline due={dueOn} />
                </>
              )}
            </>
          }
        >
          <VettingBoard at={{ params: { id: campaignId, stage: stage! }, query: { submissionId } }} />
        </Page>
      )}
    </Answered>
  )
}

export default UnitVettingPage
