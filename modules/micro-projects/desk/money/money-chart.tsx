import { useMemo } from 'react'
import type { moneyApi } from '../../shared/index.ts'
import { ChartBox, gridLine } from './chart-box.tsx'
import { type ChartRow, chartRows } from './chart-rows.ts'

/** Money of the villages as bars; the table below says the same in figures. */
const MoneyChart = ({ rows }: { rows: moneyApi.YearlyReport['rows'] }) => {
  const shown = useMemo(() => chartRows(rows), [rows])
  const option = useMemo(() => optionOf(shown), [shown])
  return (
    <>
      <ChartBox option={option} height={80 + shown.length * 26} />
      {shown.length < rows.filter(({ approvedFen }) => approvedFen > 0).length && (
        <p className="micro-total">只画出核定经费最多的{shown.length}个村（社区）。</p>
      )}
    </>
  )
}

const parts: { name: string; key: 'paid' | 'open'; color: string }[] = [
  { name: '已拨付', key: 'paid', color: '#2f6b4f' },
  { name: '已核定，未拨付', key: 'open', color: '#d9b36c' },
]

const optionOf = (rows: ChartRow[]) => ({
  color: parts.map(({ color }) => color),
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => `${value}元` },
  xAxis: { type: 'value', splitLine: gridLine },
  yAxis: { type: 'category', inverse: true, data: rows.map(({ label }) => label), axisTick: { show: false } },
  series: parts.map(({ name, key }) => ({
    name,
    type: 'bar',
    stack: 'money',
    barMaxWidth: 14,
    data: rows.map(row => row[key]),
  })),
})

export default MoneyChart
