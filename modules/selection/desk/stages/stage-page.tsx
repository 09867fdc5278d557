import { Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { Answered, Loading, Page, useEndpoint } from '#platform/ui/desk/index.ts'
import { campaignsApi } from '../../shared/index.ts'
import { stageWords } from '../words.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { stageComponent } from './index.tsx'
import type { StageView } from './stage-props.ts'
import './stages.css'

/** A stage's page: what it does, until when, and its kind's own component. */
const StagePage = () => {
  const { id, stage: key } = useParams()
  const campaignId = Number(id)
  const stage = useEndpoint(campaignsApi.getStage, { params: { id: campaignId, stage: key! } })
  return (
    <Answered of={stage}>
      {data => {
        const Stage = stageComponent(data.kind)
        return (
          <Page title={data.title} meta={<Head campaignId={campaignId} stage={data} />}>
            {data.does && <p className="stage-does">{data.does}</p>}
            <Suspense fallback={<Loading rows={6} />}>
              <Stage campaignId={campaignId} stage={data} />
            </Suspense>
          </Page>
        )
      }}
    </Answered>
  )
}

const Head = ({ campaignId, stage }: { campaignId: number; stage: StageView }) => (
  <>
    <Link to={`/selection/campaigns/${campaignId}`}>返回总览</Link>
    {` · ${stageWords(stage.state)}`}
    {stage.dueOn && (
      <>
        {' · '}
        <WorkdayDeadline due={stage.dueOn} settled={stage.state === 'closed'} />
      </>
    )}
    {stage.clause && ` · 依据：${stage.clause}`}
  </>
)

export default StagePage
