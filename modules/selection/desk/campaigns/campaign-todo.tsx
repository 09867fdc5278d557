import { Link } from 'react-router'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { campaignsApi, type overviewApi } from '../../shared/index.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import type { Overview } from './funnel-stages.ts'

type Props = { campaign: Overview; units: overviewApi.Progress['units'] }

/** What waits in this campaign: this post's own tasks in it, then the units that are behind. */
export const CampaignTodo = ({ campaign, units }: Props) => {
  const here = `/selection/campaigns/${campaign.id}`
  const { data } = useEndpoint(campaignsApi.myWork)
  const own = (data?.tasks ?? []).filter(
    ({ link }) => link === here || link.startsWith(`${here}/`) || link.startsWith(`${here}?`),
  )
  const behind = unitsBehind(campaign, units)
  if (own.length + behind.length === 0) return <p>这项推选眼下没有待办。</p>
  return (
    <ul className="todo num">
      {own.map(({ key, title, detail, dueOn, link }) => (
        <li key={key}>
          <Link to={link}>
            <b>{title}</b>
          </Link>{' '}
          {dueOn && <WorkdayDeadline due={dueOn} />}
          <small>{detail}</small>
        </li>
      ))}
      {behind.map(({ state, title, detail }) => (
        <li key={state}>
          <Link to={`${here}?state=${state}`}>
            <b>{title}</b>
          </Link>
          <small>{detail}</small>
        </li>
      ))}
    </ul>
  )
}

/** Only while units recommend: who has not begun, who writes still, who corrects. */
export const unitsBehind = (campaign: Pick<Overview, 'stages'>, units: Props['units']) => {
  const recommending = campaign.stages.some(({ kind, state }) => kind === 'recommend' && state === 'open')
  if (!recommending) return []
  return [
    { state: 'unstarted', n: units.unstarted, words: '尚未开始', detail: '可一键催报' },
    { state: 'drafting', n: units.drafting, words: '正在填报', detail: '还没有上报' },
    { state: 'returned', n: units.returned, words: '退回后未重报', detail: '按退回意见修改中' },
  ]
    .filter(({ n }) => n > 0)
    .map(({ state, n, words, detail }) => ({ state, title: `${n}个单位${words}`, detail }))
}
