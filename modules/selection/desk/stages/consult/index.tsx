import { Link } from 'react-router'
import { type DataColumn, DataTable, dateWords, Sheet, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { listConsultations } from '../../../stages/consult/shared/api.ts'
import type { StageProps } from '../stage-props.ts'

type Unit = {
  submissionId: number
  unitName: string
  sentAt: string | null
  late: boolean
  names: number
  remarked: number
  answeredAt: string | null
}

/** 沟通预审 for the organiser: which units have sent their initial list, and which wait for remarks. */
const ConsultStage = ({ campaignId, stage }: StageProps) => {
  const list = useEndpoint(listConsultations, { params: { id: campaignId, stage: stage.key } })
  return (
    <Sheet title="各单位初步名单">
      <DataTable<Unit>
        name="selection.consultations"
        columns={columns(stage.key)}
        rows={list.data?.units}
        loading={list.isPending}
        rowKey={({ submissionId }) => String(submissionId)}
        empty={{ title: '没有推荐单位' }}
      />
    </Sheet>
  )
}

const columns = (stage: string): DataColumn<Unit>[] => [
  {
    key: 'unit',
    title: '单位',
    always: true,
    render: ({ submissionId, unitName, sentAt }) =>
      sentAt ? <Link to={`/selection/submissions/${submissionId}/consultations/${stage}`}>{unitName}</Link> : unitName,
  },
  { key: 'state', title: '状态', render: unit => <State unit={unit} /> },
  { key: 'sent', title: '报送', render: ({ sentAt }) => (sentAt ? dateWords(sentAt) : '') },
  { key: 'names', title: '推荐对象', align: 'right', render: ({ names }) => names || '' },
  { key: 'remarked', title: '已提意见', align: 'right', render: ({ remarked }) => remarked || '' },
]

const State = ({ unit: { sentAt, late, answeredAt } }: { unit: Unit }) => {
  if (!sentAt) return <StateTag tone={late ? 'bad' : 'plain'}>{late ? '逾期未报' : '未报'}</StateTag>
  return answeredAt ? <StateTag tone="done">已提意见</StateTag> : <StateTag tone="near">待提意见</StateTag>
}

export default ConsultStage
