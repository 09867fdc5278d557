import { Input, Radio } from 'antd'
import { Link } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { type projectApi, yuan } from '../../shared/index.ts'
import { type Decision, type Outcome, outcomes } from './decision.ts'

type Project = AnswerOf<typeof projectApi.listMeetings>['waiting'][number]
type Props = { project: Project; decision: Decision; onChange: (decision: Decision) => void }

/** One project of the batch: agreed to, not agreed to with the reason, or not come to. */
export const BatchLine = ({ project: { id, title, villageName, approvedFen }, decision, onChange }: Props) => (
  <li>
    <div className="batch-project">
      <Link to={`/micro/projects/${id}`}>{title}</Link>
      <span>{villageName}</span>
      <span className="num">{yuan(approvedFen ?? 0)}元</span>
    </div>
    <Radio.Group
      aria-label={`对“${title}”的决定`}
      value={decision.outcome}
      options={(Object.keys(outcomes) as Outcome[]).map(value => ({ value, label: outcomes[value] }))}
      onChange={({ target }) => onChange({ ...decision, outcome: target.value as Outcome })}
    />
    {decision.outcome === 'reject' && (
      <Input
        aria-label={`不同意“${title}”的原因`}
        placeholder="不同意的原因，申报的村（社区）会看到"
        maxLength={500}
        value={decision.comment}
        onChange={({ target }) => onChange({ ...decision, comment: target.value })}
      />
    )}
  </li>
)
