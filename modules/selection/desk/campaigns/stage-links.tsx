import { Link } from 'react-router'
import { StateTag } from '#platform/ui/desk/index.ts'
import { stageWords } from '../words.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { type Overview, type StageOverview, stageLink } from './funnel-stages.ts'

/** Every stage in the plan's order with its state and its page; steps within a stage stand below it. */
export const StageLinks = ({ campaign }: { campaign: Overview }) => (
  <ol className="stage-links num">
    {campaign.stages.map(stage => (
      <li key={stage.key} className={stage.within ? 'step' : undefined}>
        {withUnits(stage) ? stage.title : <Link to={stageLink(campaign.id, stage.key)}>{stage.title}</Link>}
        <StateTag tone={stage.state === 'closed' ? 'done' : stage.state === 'open' ? 'bad' : 'plain'}>
          {stageWords(stage.state)}
        </StateTag>
        <small>
          {stage.dueOn && <WorkdayDeadline due={stage.dueOn} settled={stage.state === 'closed'} />}
          {stage.dueOn && counted(stage) && '　'}
          {counted(stage)}
        </small>
      </li>
    ))}
  </ol>
)

/** Done by every unit on its own page; only the pre-review (沟通) comes to the organiser, who has no page of the others. */
const withUnits = ({ kind, within }: StageOverview) => within !== null && kind !== 'consult'

const counted = ({ state, pass, pending, out, suspended }: StageOverview) =>
  state === 'waiting'
    ? ''
    : [
        ['通过', pass],
        ['待定', pending],
        ['未通过', out],
        ['暂缓', suspended],
      ]
        .filter(([, n]) => Number(n) > 0)
        .map(([word, n]) => `${word}${n}`)
        .join('　')
