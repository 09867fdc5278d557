import { Link } from 'react-router'
import { Answered, EmptyState, Page, Sheet, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { listCampaigns } from '../../shared/api/campaigns.ts'
import { type CampaignState, campaignStates } from '../../shared/states.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { type ListedCampaign, linkOf } from './campaign-link.ts'
import './campaigns.css'

/** 推选: the campaigns this post organises or recommends in, newest first. */
const CampaignsPage = () => {
  const list = useEndpoint(listCampaigns)
  return (
    <Page title="推选" narrow>
      <Answered of={list}>
        {({ campaigns }) =>
          campaigns.length === 0 ? (
            <Sheet>
              <EmptyState title="还没有推选" hint="方案发布并启动后，推选会出现在这里。" />
            </Sheet>
          ) : (
            <ul className="campaigns">
              {campaigns.map(campaign => (
                <CampaignLine key={campaign.id} campaign={campaign} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  )
}

const CampaignLine = ({ campaign }: { campaign: ListedCampaign }) => (
  <li className="sheet">
    <div className="campaign-head">
      <h2>
        <Link to={linkOf(campaign)}>{campaign.title}</Link>
      </h2>
      <StateTag tone={campaign.state === 'finished' ? 'gold' : 'plain'}>
        {campaignStates[campaign.state as CampaignState] ?? campaign.state}
      </StateTag>
    </div>
    <p className="num">
      {[campaign.organiser, campaign.stageTitle].filter(Boolean).join(' · ')}
      {campaign.dueOn && (
        <>
          {' · '}
          <WorkdayDeadline due={campaign.dueOn} settled={campaign.state === 'finished'} />
        </>
      )}
    </p>
  </li>
)

export default CampaignsPage
