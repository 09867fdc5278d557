import { Link } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, Sheet, Sheets, useEndpoint } from '#platform/ui/desk/index.ts'
import { decideApi } from '../../../shared/index.ts'
import { CloseStage } from '../close-stage.tsx'
import { Obstacles } from '../obstacles.tsx'
import { PoolTable } from '../pool-table.tsx'
import type { StageProps } from '../stage-props.ts'
import { Round } from './round.tsx'
import './decide.css'

export type Decision = AnswerOf<typeof decideApi.getDecision>

/** 审定: the papers to take along, the rounds as they were held, and the list beside its awards. */
const DecideStage = ({ campaignId, stage }: StageProps) => {
  const decision = useEndpoint(decideApi.getDecision, { params: { id: campaignId, stage: stage.key } })
  return (
    <>
      <Answered of={decision}>
        {data => (
          <Sheets>
            <div>
              <Papers campaignId={campaignId} stage={stage} />
              {data.rounds.map(round => (
                <Round key={round.round} campaignId={campaignId} stage={stage} decision={data} round={round} />
              ))}
            </div>
            <div>
              <Totals decision={data} />
              {stage.state === 'open' && (
                <Sheet title="结束前还要办的事">
                  <Obstacles obstacles={stage.obstacles} />
                  {stage.permissions.run && <CloseStage campaignId={campaignId} stage={stage} />}
                </Sheet>
              )}
            </div>
          </Sheets>
        )}
      </Answered>
      <Sheet title="名单">
        <PoolTable campaignId={campaignId} stage={stage} />
      </Sheet>
    </>
  )
}

const parts = [
  { part: 'request', label: '请示（代拟稿）', paper: 'A4' },
  { part: 'list', label: '大字名单', paper: 'A3' },
  { part: 'deeds', label: '一人一页事迹', paper: 'A4' },
  { part: 'checks', label: '征求意见、公示和异议情况', paper: 'A4' },
]

const Papers = ({ campaignId, stage }: StageProps) => (
  <Sheet title="会议材料">
    <ul className="decide-papers">
      {parts.map(({ part, label, paper }) => (
        <li key={part}>
          <Link to={`/selection/campaigns/${campaignId}/stages/${stage.key}/papers/${part}`}>{label}</Link>
          <span>{paper}</span>
        </li>
      ))}
    </ul>
    <p className="upload-hint">按现在的名单生成，打开后直接打印。会上手写的改动，会后连同扫描件登记在下面。</p>
  </Sheet>
)

const Totals = ({ decision: { totals, ties, warnings } }: { decision: Decision }) => (
  <Sheet title="名额对照">
    <table className="decide-totals num">
      <thead>
        <tr>
          <th scope="col">类别</th>
          <th scope="col">表彰数额</th>
          <th scope="col">通过</th>
          <th scope="col">待定</th>
          <th scope="col">未通过</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ category, name, awards, pass, pending, suspended, out }) => (
          <tr key={category}>
            <th scope="row">{name}</th>
            <td>{awards ?? '未定'}</td>
            <td className={awards !== null && pass > awards ? 'decide-over' : ''}>{pass}</td>
            <td>{pending + suspended}</td>
            <td>{out}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {ties.map(({ categoryName, score, names }) => (
      <p key={`${categoryName}-${score}`} className="decide-note">
        {`${categoryName}：${names.join('、')}得分同为${score}，先后由会议确定`}
      </p>
    ))}
    {warnings.map(warning => (
      <p key={warning} className="decide-note">
        {warning}
      </p>
    ))}
  </Sheet>
)

export default DecideStage
