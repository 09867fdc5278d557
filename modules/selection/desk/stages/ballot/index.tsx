import { Alert } from 'antd'
import { Answered, ConfirmAction, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { ballotApi } from '../../../shared/index.ts'
import { momentWords } from '../../words.ts'
import { ClosingSheets } from '../closing-sheets.tsx'
import type { StageProps } from '../stage-props.ts'
import type { Ballot, Params } from './ballot-types.ts'
import { ResultTable } from './result-table.tsx'
import { WindowForm } from './window-form.tsx'
import '../inspect/inspect.css'

/** 网上评议: the vote itself is held by its own module; until then, and for polls elsewhere, the result is entered here. */
const BallotStage = (props: StageProps) => {
  const params = { id: props.campaignId, stage: props.stage.key }
  const ballot = useEndpoint(ballotApi.getBallot, { params })
  return <Answered of={ballot}>{data => <BallotView {...props} ballot={data} />}</Answered>
}

const effects = {
  reference: '投票结果仅供研究时参考，不直接决定去留。',
  weighted: '投票结果按方案中的权重计入综合得分。',
}

const BallotView = ({ campaignId, stage, ballot }: StageProps & { ballot: Ballot }) => {
  const params = { id: campaignId, stage: stage.key }
  const editable = stage.state === 'open' && ballot.permissions.run && !ballot.result?.confirmedBy
  return (
    <>
      <ClosingSheets campaignId={campaignId} stage={stage} title="投票">
        {ballot.module ? (
          <p>
            投票由评议投票模块承担（{ballot.module.state}）。<a href={ballot.module.link}>打开投票</a>
          </p>
        ) : (
          <Alert
            type="info"
            title="投票环节由评议投票模块承担，该模块尚未启用。在其他平台投票的，截止后由两人录入、复核结果。"
          />
        )}
        <p>
          {ballot.voters}通过{ballot.channels.join('、')}投票。{effects[ballot.effect]}
        </p>
        <WindowForm ballot={ballot} params={params} editable={editable} />
      </ClosingSheets>
      <Sheet title="票数" extra={<Confirmation ballot={ballot} params={params} open={stage.state === 'open'} />}>
        <ResultTable ballot={ballot} params={params} editable={editable && ballot.window !== null} />
      </Sheet>
    </>
  )
}

const Confirmation = ({ ballot, params, open }: { ballot: Ballot; params: Params; open: boolean }) => {
  const confirm = useAction(ballotApi.confirmResult, { success: '已复核' })
  const { result } = ballot
  if (!result) return null
  if (result.confirmedBy)
    return (
      <span>
        {result.enteredBy}录入，{result.confirmedBy}于{momentWords(result.confirmedAt!)}复核
      </span>
    )
  if (!open) return <span>{result.enteredBy}录入，未复核</span>
  if (result.own) return <span>您已录入，请由另一名经办人复核</span>
  return (
    <ConfirmAction
      label="复核无误"
      title="票数与扫描件一致？"
      button={{ type: 'primary' }}
      onConfirm={() => confirm.run({ params })}
    >
      <p>
        {result.enteredBy}于{momentWords(result.enteredAt)}录入。复核后不能再改。
      </p>
    </ConfirmAction>
  )
}

export default BallotStage
