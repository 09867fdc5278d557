import { Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { civilDay } from '#kernel/calendar/shared/index.ts'
import { type DataColumn, DataTable, Sheet, useEndpoint, useKeyset } from '#platform/ui/desk/index.ts'
import { moneyApi, yuan } from '../../shared/index.ts'
import { type Village, VillageChoice } from './village-choice.tsx'

type Row = moneyApi.LedgerRow

const kinds = Object.keys(moneyApi.postingNames) as moneyApi.PostingKind[]

/** 资金台账: every posting, newest first, and where all the money stands. */
export const LedgerSheet = ({ programmeId, villages }: { programmeId: number; villages: Village[] }) => {
  const [villageId, setVillage] = useState<number>()
  const [what, setWhat] = useState<moneyApi.PostingKind>()
  const keyset = useKeyset()
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      keyset.first()
      set(value)
    }
  const query = {
    ...(villageId !== undefined && { villageId }),
    ...(what && { what }),
    ...(keyset.cursor !== undefined && { after: Number(keyset.cursor) }),
  }
  const ledger = useEndpoint(moneyApi.listLedger, { params: { id: programmeId }, query }, { keepPrevious: true })
  const next = ledger.data?.next
  return (
    <Sheet title="资金台账">
      {ledger.data && <Totals totals={ledger.data.totals} />}
      <DataTable
        name="micro.money.ledger"
        columns={columns}
        rows={ledger.data?.rows}
        rowKey={({ id }) => String(id)}
        loading={ledger.isLoading}
        filters={
          <>
            <VillageChoice villages={villages} value={villageId} onChange={anew(setVillage)} />
            <Select
              aria-label="事项"
              placeholder="全部事项"
              allowClear
              value={what}
              options={kinds.map(value => ({ value, label: moneyApi.postingNames[value] }))}
              onChange={anew(setWhat)}
            />
          </>
        }
        paging={{ keyset, next: next == null ? null : String(next) }}
        empty={{ title: '还没有资金往来', hint: '启动年度活动、核定经费和登记拨付以后，每一笔都记在这里。' }}
      />
    </Sheet>
  )
}

type Totals = { granted: number; free: number; reserved: number; paid: number }

/** The sum that always holds. */
const Totals = ({ totals: { granted, free, reserved, paid } }: { totals: Totals }) => (
  <p className="money-sum">
    下达额度 <b className="num">{yuan(granted)}</b> ＝ 未使用 <b className="num">{yuan(free)}</b> ＋ 已核定未拨付{' '}
    <b className="num">{yuan(reserved)}</b> ＋ 已拨付 <b className="num">{yuan(paid)}</b>（元）
  </p>
)

const columns: DataColumn<Row>[] = [
  { key: 'at', title: '日期', render: ({ at }) => <span className="num">{civilDay(at)}</span> },
  { key: 'what', title: '事项', always: true, render: ({ what }) => moneyApi.postingNames[what] },
  { key: 'village', title: '村（社区）', render: ({ villageName }) => villageName },
  { key: 'member', title: '党员、代表', render: ({ memberName }) => memberName ?? '—' },
  {
    key: 'project',
    title: '项目',
    render: ({ project }) => (project ? <Link to={`/micro/projects/${project.id}`}>{project.title}</Link> : '—'),
  },
  { key: 'fen', title: '金额（元）', align: 'right', render: ({ fen }) => <span className="num">{yuan(fen)}</span> },
  { key: 'by', title: '经办人', optional: true, render: ({ postedBy }) => postedBy ?? '系统' },
]
