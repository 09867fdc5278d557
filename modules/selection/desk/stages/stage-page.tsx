import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import { Answered, EmptyState, Loading, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { campaignsApi, overviewApi } from '../../shared/index.ts'
import { stageWords } from '../words.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { stageComponent } from './index.tsx'
import type { StageProps, StageView } from './stage-props.ts'
import './stages.css'

/** A stage's page: what it does, until when, and its kind's own component. */
const StagePage = () => {
  const { id, stage: key } = useParams()
  const campaignId = Number(id)
  const stage = useEndpoint(campaignsApi.getStage, { params: { id: campaignId, stage: key! } })
  return (
    <Answered of={stage}>
      {data => {
        const Stage = byUnits(data) ? StepOfUnits : stageComponent(data.kind)
        return (
          <Page
            title={data.title}
            meta={<Head campaignId={campaignId} stage={data} />}
            actions={data.pool.length > 0 && <TakePool campaignId={campaignId} stage={data} />}
          >
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

/** Only the pre-review (沟通) of the steps within a recommendation comes before the organiser. */
const byUnits = ({ kind, within }: StageView) => within !== null && kind !== 'consult'

const StepOfUnits = ({ campaignId }: StageProps) => (
  <Sheet>
    <EmptyState
      title="这一步由各推荐单位自行办理"
      hint="办理情况随各单位的推荐材料一并上报。"
      action={<Link to={`/selection/campaigns/${campaignId}`}>查看各单位进度</Link>}
    />
  </Sheet>
)

const TakePool = ({ campaignId, stage }: StageProps) => (
  <Button
    icon={<DownloadOutlined />}
    href={addressOf(overviewApi.exportPool.path, { id: campaignId, stage: stage.key })}
  >
    导出名单
  </Button>
)

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
