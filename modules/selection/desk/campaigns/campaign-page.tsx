import { BellOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { Answered, Funnel, Loading, Page, Sheet, Sheets, useEndpoint } from '#platform/ui/desk/index.ts'
import { campaignsApi, overviewApi } from '../../shared/index.ts'
import { UnitsProgress } from '../units/units-progress.tsx'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { CampaignContacts } from './campaign-contacts.tsx'
import { CampaignTodo } from './campaign-todo.tsx'
import { funnelStages, type Overview, stageLink } from './funnel-stages.ts'
import { StageLinks } from './stage-links.tsx'
import './campaigns.css'

const ProgressChart = lazy(() => import('./progress-chart.tsx'))
const UrgeDialog = lazy(() => import('../urge/urge-dialog.tsx'))

/** 推选总览: where the pool stands, what waits, who is behind. */
const CampaignPage = () => {
  const id = Number(useParams().id)
  const campaign = useEndpoint(campaignsApi.getCampaign, { params: { id } })
  return <Answered of={campaign}>{data => <CampaignOverview campaign={data} />}</Answered>
}

const CampaignOverview = ({ campaign }: { campaign: Overview }) => {
  const [urging, setUrging] = useState<{ chosen: number[] }>()
  const [search] = useSearchParams()
  const progress = useEndpoint(overviewApi.getProgress, { params: { id: campaign.id } })
  return (
    <Page
      title={campaign.title}
      meta={<Head campaign={campaign} />}
      actions={<Actions campaign={campaign} units={progress.data?.units} onUrge={() => setUrging({ chosen: [] })} />}
    >
      <Sheets>
        <Sheet
          title="推荐对象进度"
          extra={
            <>
              <Link to={`/selection/campaigns/${campaign.id}/reasons`}>情况说明</Link>
              <Link to={`/selection/campaigns/${campaign.id}/seals`}>盖章情况</Link>
              <Link to={`/selection/campaigns/${campaign.id}/nominations`}>推荐对象名单</Link>
            </>
          }
        >
          <Funnel stages={funnelStages(campaign.id, campaign.stages)} />
          <EarlierWinners campaign={campaign} />
        </Sheet>
        <Sheet title="待办事项">
          <Answered of={progress} rows={3}>
            {({ units }) => <CampaignTodo campaign={campaign} units={units} />}
          </Answered>
        </Sheet>
      </Sheets>
      <UnitsProgress
        campaign={campaign}
        progress={progress.data}
        initialFilter={search.get('state')}
        onUrge={chosen => setUrging({ chosen })}
      />
      <Sheets ratio="1.2fr 1fr">
        <Sheet title="名额完成情况">
          <Answered of={progress}>
            {({ parts }) => (
              <Suspense fallback={<Loading rows={6} />}>
                <ProgressChart parts={parts} />
              </Suspense>
            )}
          </Answered>
        </Sheet>
        <div>
          <Sheet title="环节">
            <StageLinks campaign={campaign} />
          </Sheet>
          <CampaignContacts campaignId={campaign.id} />
        </div>
      </Sheets>
      <Suspense>
        {urging && <UrgeDialog campaign={campaign} chosen={urging.chosen} onClose={() => setUrging(undefined)} />}
      </Suspense>
    </Page>
  )
}

/** The lists that this campaign leaves out: brought in and put right by the organising office. */
const EarlierWinners = ({ campaign }: { campaign: Overview }) =>
  campaign.excludes && campaign.permissions.organise ? (
    <p className="earlier-winners">
      上报时自动核对往届获奖名单。
      <Link to={`/selection/campaigns/${campaign.id}/earlier-winners`}>往届获奖名单</Link>
    </p>
  ) : null

const Head = ({ campaign }: { campaign: Overview }) => {
  const current = campaign.stages.find(({ key }) => key === campaign.current)
  return (
    <>
      {current ? current.title : campaign.state === 'finished' ? '已结束' : '筹备中'}
      {current?.dueOn && (
        <>
          {' · '}
          <WorkdayDeadline due={current.dueOn} />
        </>
      )}
      {` · 方案第${campaign.version}版`}
    </>
  )
}

type Units = overviewApi.Progress['units']
type ActionsProps = { campaign: Overview; units: Units | undefined; onUrge: () => void }

/** Somebody still owes something: a submission, a correction, a seal. */
const owes = ({ unstarted, drafting, returned, promised }: Units) => unstarted + drafting + returned + promised > 0

const Actions = ({ campaign, units, onUrge }: ActionsProps) => {
  const current = campaign.stages.find(({ key }) => key === campaign.current)
  return (
    <>
      {campaign.permissions.organise && (
        <Link to={`/selection/campaigns/${campaign.id}/papers`}>
          <Button>文书</Button>
        </Link>
      )}
      {campaign.permissions.organise && (
        <Link to={`/selection/campaigns/${campaign.id}/similar`}>
          <Button>材料查重</Button>
        </Link>
      )}
      {campaign.permissions.run && units && owes(units) && (
        <Button icon={<BellOutlined />} onClick={onUrge}>
          一键催报
        </Button>
      )}
      {current && (
        <Link to={stageLink(campaign.id, current.key)}>
          <Button type="primary">进入{current.title}</Button>
        </Link>
      )}
    </>
  )
}

export default CampaignPage
