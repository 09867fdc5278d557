import { Button } from 'antd'
import { useState } from 'react'
import {
  Answered,
  ConfirmAction,
  type DataColumn,
  DataTable,
  Sheet,
  StateTag,
  useAction,
  useEndpoint,
} from '#platform/ui/desk/index.ts'
import { campaignsApi, inspectApi } from '../../../shared/index.ts'
import { momentWords, outcomeWords } from '../../words.ts'
import { ActsBar } from '../acts/index.tsx'
import { ClosingSheets } from '../closing-sheets.tsx'
import type { StageProps } from '../stage-props.ts'
import type { Candidate, Inspections } from './inspect-types.ts'
import { UnitInspection } from './unit-inspection.tsx'
import './inspect.css'

/** 深入考察 for the organiser: how far each unit is, its materials, and the conclusion on each candidate. */
const InspectStage = (props: StageProps) => {
  const params = { id: props.campaignId, stage: props.stage.key }
  const list = useEndpoint(inspectApi.listInspections, { params })
  return <Answered of={list}>{data => <Inspecting {...props} list={data} />}</Answered>
}

const Inspecting = ({ campaignId, stage, list }: StageProps & { list: Inspections }) => {
  const [unit, setUnit] = useState<number>()
  const params = { id: campaignId, stage: stage.key }
  const open = list.units.find(({ submissionId }) => submissionId === unit)
  if (open)
    return (
      <>
        <p>
          <Button onClick={() => setUnit(undefined)}>返回名单</Button>
        </p>
        <UnitInspection list={list} unit={open} params={params} />
      </>
    )
  const handedIn = list.units.filter(({ handedInAt }) => handedInAt).length
  return (
    <>
      <ClosingSheets campaignId={campaignId} stage={stage} title="进度">
        <p className="num">
          {list.entrusted ? '委托推荐单位考察' : '由主办单位考察'}：{list.units.length}个单位，已报送{handedIn}
          个；考察对象
          {list.candidates.length}个。
        </p>
      </ClosingSheets>
      <Sheet title="考察对象" extra={<ActsBar campaignId={campaignId} stage={stage} />}>
        <DataTable
          name="selection.inspect"
          columns={columnsFor(list, params, setUnit)}
          rows={list.candidates}
          rowKey={({ nominationId }) => String(nominationId)}
          empty={{
            title: '没有需要考察的对象',
            hint: stage.state === 'waiting' ? '上一环节结束后，通过的会进入这里。' : '',
          }}
        />
      </Sheet>
    </>
  )
}

const columnsFor = (
  list: Inspections,
  params: { id: number; stage: string },
  onUnit: (submissionId: number) => void,
): DataColumn<Candidate>[] => [
  { key: 'name', title: '名称', always: true, render: ({ name }) => <strong>{name}</strong> },
  {
    key: 'unit',
    title: '推荐单位',
    render: ({ unitName, submissionId }) => (
      <Button type="link" className="plain-link" onClick={() => onUnit(submissionId)}>
        {unitName}
      </Button>
    ),
  },
  { key: 'team', title: '考察组', render: ({ team }) => team.map(({ name }) => name).join('、') || '未填' },
  { key: 'visited', title: '考察日期', render: ({ visitedOn }) => <span className="num">{visitedOn ?? '未填'}</span> },
  {
    key: 'state',
    title: '报送',
    render: ({ submissionId, findings }) => {
      const unit = list.units.find(each => each.submissionId === submissionId)
      if (unit?.handedInAt) return `${momentWords(unit.handedInAt)}报送`
      return findings.length > 0 ? `还差${findings.length}处` : '未报送'
    },
  },
  {
    key: 'outcome',
    title: '考察结论',
    render: candidate => (
      <Conclusion candidate={candidate} params={params} editable={list.open && list.permissions.run} />
    ),
  },
]

type ConclusionProps = { candidate: Candidate; params: { id: number; stage: string }; editable: boolean }

const Conclusion = ({ candidate: { nominationId, name, outcome }, params, editable }: ConclusionProps) => {
  const judge = useAction(campaignsApi.judgePool)
  const { words, tone } = outcomeWords(outcome)
  const give = (next: 'pass' | 'out', reason?: string) =>
    judge.run({ params, body: { judgements: [{ nominationId, outcome: next, ...(reason && { reason }) }] } })
  return (
    <>
      <StateTag tone={tone}>{words}</StateTag>{' '}
      {editable && outcome === 'pending' && (
        <>
          <Button size="small" loading={judge.running} onClick={() => give('pass')}>
            通过
          </Button>{' '}
          <ConfirmAction
            label="不通过"
            title={`“${name}”考察不通过？`}
            button={{ size: 'small' }}
            reason={{ label: '理由', required: true }}
            onConfirm={reason => give('out', reason)}
          >
            <p>结束本环节前，可以由他人递补。</p>
          </ConfirmAction>
        </>
      )}
    </>
  )
}

export default InspectStage
