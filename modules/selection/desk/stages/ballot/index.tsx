import { Alert, Button, Tabs } from 'antd'
import { Link } from 'react-router'
import { Answered, ConfirmAction, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { ballotApi } from '../../../shared/index.ts'
import { momentWords } from '../../words.ts'
import { ClosingSheets } from '../closing-sheets.tsx'
import type { StageProps } from '../stage-props.ts'
import type { Ballot, Params } from './ballot-types.ts'
import { HoldVote } from './hold-vote.tsx'
import { ResultTable } from './result-table.tsx'
import { WindowForm } from './window-form.tsx'
import '../inspect/inspect.css'

/** 网上评议: where the vote is held, and what came of it. */
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
  const elsewhere = ballot.window !== null
  return (
    <>
      <ClosingSheets campaignId={campaignId} stage={stage} title="投票">
        <p>
          {ballot.voters}通过{ballot.channels.join('、')}投票。{effects[ballot.effect]}
        </p>
        {ballot.vote ? (
          <HeldVote vote={ballot.vote} params={params} open={editable} />
        ) : (
          <WhereHeld ballot={ballot} params={params} editable={editable} />
        )}
      </ClosingSheets>
      <Sheet title="票数" extra={<Confirmation ballot={ballot} params={params} open={stage.state === 'open'} />}>
        <ResultTable ballot={ballot} params={params} editable={editable && !ballot.vote && elsewhere} />
      </Sheet>
    </>
  )
}

/** 在本平台投票, or a poll held elsewhere whose result is entered by two people. */
const WhereHeld = ({ ballot, params, editable }: { ballot: Ballot; params: Params; editable: boolean }) => {
  if (!editable || ballot.result) return <WindowForm ballot={ballot} params={params} editable={editable} />
  return (
    <Tabs
      items={[
        { key: 'here', label: '在本平台投票', children: <HoldVote ballot={ballot} params={params} /> },
        {
          key: 'elsewhere',
          label: '在其他平台投票',
          children: (
            <>
              <p>先登记起止时间；截止后在下面录入票数、上传盖章结果，由另一人复核。</p>
              <WindowForm ballot={ballot} params={params} editable />
            </>
          ),
        },
      ]}
    />
  )
}

type HeldProps = { vote: NonNullable<Ballot['vote']>; params: Params; open: boolean }

const HeldVote = ({ vote, params, open }: HeldProps) => {
  const refresh = useAction(ballotApi.refreshCandidates, { success: '候选名单已更新' })
  return (
    <>
      <p className="num">
        {momentWords(vote.opensAt)}至{momentWords(vote.closesAt)}在本平台投票（{vote.stateName}
        ）。结果公布后，票数自动转到下表。<Link to={`/ballot/elections/${vote.id}`}>打开投票</Link>
      </p>
      {open && vote.outdated && (
        <Alert
          type="warning"
          title="本环节的名单已有变化，选票上的候选名单还是原来的。"
          action={
            <Button size="small" loading={refresh.running} onClick={() => refresh.run({ params })}>
              更新候选名单
            </Button>
          }
        />
      )}
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
