import { lazy, Suspense } from 'react'
import { type DataColumn, DataTable, EmptyState, Sheet } from '#platform/ui/desk/index.ts'
import { moneyApi, type State, states, yuan } from '../../shared/index.ts'

const MonthChart = lazy(() => import('./month-chart.tsx'))

type Report = moneyApi.YearlyReport
type Month = Report['months'][number]

/** 走到哪一步: a bar from the proposal to the payment, and its parts in words. */
export const StandingSheet = ({ standing }: { standing: Report['states'] }) =>
  standing.length === 0 ? null : (
    <Sheet title="项目走到哪一步">
      <div className="standing-bar" aria-hidden="true">
        {standing.map(({ state, projects }) => (
          <i key={state} className={partOf(state)} style={{ flexGrow: projects }} />
        ))}
      </div>
      <ul className="standing num">
        {standing.map(({ state, projects }) => (
          <li key={state}>
            <i className={partOf(state)} aria-hidden="true" />
            {states[state]} <b>{projects}</b>个
          </li>
        ))}
      </ul>
    </Sheet>
  )

/** One colour for all states of a part of the way. */
const partOf = (state: State): string => {
  if (state === 'draft') return 'standing-draft'
  if (state === 'accepted' || state === 'paid') return 'standing-done'
  if (state === 'building' || state === 'completed') return 'standing-building'
  if (state === 'publicity' || state === 'acceptance' || state === 'committee') return 'standing-checking'
  return 'standing-asking'
}

/** 按月: what happened in each month of the year. */
export const MonthSheet = ({ months }: { months: Month[] }) => (
  <Sheet title="按月统计">
    {months.length === 0 ? (
      <EmptyState title="还没有可以统计的月份" hint="项目提交以后，这里按月显示申报、批准、完工和拨付。" />
    ) : (
      <>
        <Suspense fallback={null}>
          <MonthChart months={months} />
        </Suspense>
        <DataTable
          name="micro.money.months"
          columns={monthColumns}
          rows={months}
          rowKey={({ month }) => month}
          empty={{ title: '还没有可以统计的月份' }}
        />
      </>
    )}
  </Sheet>
)

const count = (key: 'proposed' | 'approved' | 'finished', title: string): DataColumn<Month> => ({
  key,
  title,
  align: 'right',
  render: row => <span className="num">{row[key]}</span>,
})

const monthColumns: DataColumn<Month>[] = [
  {
    key: 'month',
    title: '月份',
    always: true,
    render: ({ month }) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  },
  count('proposed', '申报项目'),
  count('approved', '批准项目'),
  count('finished', '完工项目'),
  {
    key: 'paid',
    title: '拨付（元）',
    align: 'right',
    render: ({ paidFen }) => <span className="num">{yuan(paidFen)}</span>,
  },
]

/** 各环节用时: where projects wait; half of them were quicker than the bar says. */
export const PaceSheet = ({ steps }: { steps: Report['steps'] }) => {
  const most = Math.max(...steps.map(({ medianDays }) => medianDays), 1)
  return (
    <Sheet title="各环节用时">
      {steps.length === 0 ? (
        <EmptyState title="还没有走完一个环节的项目" hint="有项目通过审核以后，这里显示每个环节用了几天。" />
      ) : (
        <>
          <p className="micro-total">
            从上一环节办完算起的自然日；一半的项目不超过所列天数。退回重走的，从退回后算起。
          </p>
          <ul className="pace num">
            {steps.map(({ step, projects, medianDays, longestDays }) => (
              <li key={step}>
                <span>{moneyApi.paceSteps[step]}</span>
                <div aria-hidden="true">
                  <i style={{ width: `${(medianDays / most) * 100}%` }} />
                </div>
                <b>{medianDays === 0 ? '当天' : `${medianDays}天`}</b>
                <small>
                  {projects}个项目，最长{longestDays === 0 ? '当天办完' : `${longestDays}天`}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  )
}
