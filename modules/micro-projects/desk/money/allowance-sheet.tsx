import { useState } from 'react'
import { Link } from 'react-router'
import { type DataColumn, DataTable, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { moneyApi, yuan } from '../../shared/index.ts'
import { type Village, VillageChoice } from './village-choice.tsx'

type Row = moneyApi.Allowance

/** 额度使用: who of a village has how much of the year's allowance left, and what the rest went into. */
export const AllowanceSheet = ({ programmeId, villages }: { programmeId: number; villages: Village[] }) => {
  const [villageId, setVillage] = useState(villages[0]?.villageId)
  const list = useEndpoint(
    moneyApi.listAllowances,
    { params: { id: programmeId }, query: { villageId: villageId ?? 0 } },
    { keepPrevious: true, enabled: villageId !== undefined },
  )
  const rows = list.data?.rows ?? []
  const left = rows.reduce((sum, { leftFen }) => sum + leftFen, 0)
  return (
    <Sheet title="额度使用">
      {list.data && (
        <p className="money-sum">
          {rows.length}人，每人每年 <b className="num">{yuan(list.data.perPersonFen)}</b> 元，还剩{' '}
          <b className="num">{yuan(left)}</b> 元
        </p>
      )}
      <DataTable
        name="micro.money.allowances"
        columns={columns}
        rows={list.data?.rows}
        rowKey={({ memberId }) => String(memberId)}
        loading={list.isLoading}
        filters={<VillageChoice villages={villages} value={villageId} onChange={setVillage} all={false} />}
        empty={{ title: '这个村（社区）还没有登记党员、代表' }}
      />
    </Sheet>
  )
}

const whoIs = ({ party, representative, active }: Row) =>
  [party && '党员', representative && '代表', !active && '已调离'].filter(Boolean).join('、')

const columns: DataColumn<Row>[] = [
  { key: 'name', title: '姓名', always: true, render: ({ name }) => name },
  { key: 'who', title: '身份', render: whoIs },
  {
    key: 'used',
    title: '已用于',
    render: ({ used }) =>
      used.length === 0
        ? '未使用'
        : used.map(({ projectId, title, fen }) => (
            <span key={projectId} className="allowance-use">
              <Link to={`/micro/projects/${projectId}`}>{title}</Link> <span className="num">{yuan(fen)}元</span>
            </span>
          )),
  },
  {
    key: 'left',
    title: '剩余额度（元）',
    align: 'right',
    render: ({ leftFen }) => <span className="num">{yuan(leftFen)}</span>,
  },
]
