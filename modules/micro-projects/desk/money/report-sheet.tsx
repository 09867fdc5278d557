import { lazy, Suspense } from 'react'
import { type DataColumn, DataTable, Sheet } from '#platform/ui/desk/index.ts'
import { type moneyApi, yuan } from '../../shared/index.ts'
import { MonthSheet, PaceSheet, StandingSheet } from './pace-sheets.tsx'

const MoneyChart = lazy(() => import('./money-chart.tsx'))

type Report = moneyApi.YearlyReport
type Row = moneyApi.ReportFigures & { villageId: number | 'total'; villageName: string }

/** 年度统计: the year's figures, where the projects stand, the villages in official order, the months and the pace. */
export const ReportSheet = ({ report: { rows, total, states, months, steps } }: { report: Report }) => {
  const all: Row[] = rows.length > 1 ? [...rows, { ...total, villageId: 'total', villageName: '合计' }] : rows
  return (
    <div className="money-report">
      <dl className="money-figures">
        <Figure label="批准项目" value={`${total.approved}个`} />
        <Figure label="签名群众" value={`${total.households}户`} />
        <Figure label="申请经费" value={`${yuan(total.askedFen)}元`} />
        <Figure label="核定经费" value={`${yuan(total.approvedFen)}元`} />
        <Figure label="实际支出" value={`${yuan(total.spentFen)}元`} />
        <Figure label="已拨付" value={`${yuan(total.paidFen)}元`} />
      </dl>
      <StandingSheet standing={states} />
      {rows.length > 1 && total.approvedFen > 0 && (
        <Sheet title="各村（社区）经费" extra="单位：元">
          <Suspense fallback={null}>
            <MoneyChart rows={rows} />
          </Suspense>
        </Sheet>
      )}
      <Sheet title="各村（社区）情况">
        <DataTable
          name="micro.money.report"
          columns={columns}
          rows={all}
          rowKey={({ villageId }) => String(villageId)}
          rowClassName={({ villageId }) => (villageId === 'total' ? 'money-total' : '')}
          empty={{ title: '还没有村（社区）' }}
        />
      </Sheet>
      <MonthSheet months={months} />
      <PaceSheet steps={steps} />
    </div>
  )
}

const Figure = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd className="num">{value}</dd>
  </div>
)

const count = (key: keyof moneyApi.ReportFigures, title: string): DataColumn<Row> => ({
  key,
  title,
  align: 'right',
  render: row => <span className="num">{row[key]}</span>,
})

const money = (key: 'askedFen' | 'approvedFen' | 'spentFen' | 'paidFen', title: string): DataColumn<Row> => ({
  key,
  title,
  align: 'right',
  render: row => <span className="num">{yuan(row[key])}</span>,
})

const columns: DataColumn<Row>[] = [
  { key: 'village', title: '村（社区）', always: true, render: ({ villageName }) => villageName },
  count('projects', '申报项目'),
  count('approved', '批准'),
  count('finished', '验收'),
  {
    key: 'signers',
    title: '签名党员、代表',
    align: 'right',
    render: ({ signers, members }) => <span className="num">{`${signers}/${members}`}</span>,
  },
  count('households', '签名户数'),
  money('askedFen', '申请（元）'),
  money('approvedFen', '核定（元）'),
  money('spentFen', '支出（元）'),
  money('paidFen', '拨付（元）'),
]
