import { Link } from 'react-router'
import { Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { listCampaigns } from '../../shared/api/campaigns.ts'
import { linkOf } from '../campaigns/campaign-link.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'

/**
 * 正在进行的推选: where each campaign stands and until when, for whoever follows one, waiting work or not. A leader of a
 * street that runs none is told nothing of them.
 */
export const RunningCampaigns = ({ evenNone }: { evenNone: boolean }) => {
  const { data } = useEndpoint(listCampaigns)
  const running = (data?.campaigns ?? []).filter(({ state }) => state === 'running')
  if (running.length === 0 && !evenNone) return null
  return (
    <Sheet title="正在进行的推选" extra={<Link to="/selection">查看全部推选</Link>}>
      {running.length === 0 ? (
        data && <p>眼下没有正在进行的推选。</p>
      ) : (
        <ul className="running num">
          {running.map(campaign => (
            <li key={campaign.id}>
              <Link to={linkOf(campaign)}>{campaign.title}</Link>
              <small>
                {campaign.stageTitle}
                {campaign.dueOn && (
                  <>
                    {' · '}
                    <WorkdayDeadline due={campaign.dueOn} />
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
