import { useMemo } from 'react'
import type { moneyApi } from '../../shared/index.ts'
import { ChartBox, gridLine } from './chart-box.tsx'
import { everyMonth } from './chart-rows.ts'

type Months = moneyApi.YearlyReport['months']

/** Projects proposed, approved and finished in each month; the table below says the same, with the money. */
const MonthChart = ({ months }: { months: Months }) => {
  const option = useMemo(() => optionOf(everyMonth(months)), [months])
  return <ChartBox option={option} height={220} />
}

const parts = [
  { name: '申报', key: 'proposed', color: '#b9b0a0' },
  { name: '批准', key: 'approved', color: '#d9b36c' },
  { name: '完工', key: 'finished', color: '#2f6b4f' },
] as const

const optionOf = (months: Months) => ({
  color: parts.map(({ color }) => color),
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => `${value}个` },
  xAxis: { type: 'category', data: months.map(({ month }) => monthWords(month)), axisTick: { show: false } },
  yAxis: { type: 'value', minInterval: 1, splitLine: gridLine },
  series: parts.map(({ name, key }) => ({ name, type: 'bar', barMaxWidth: 18, data: months.map(row => row[key]) })),
})

/** 2026年4月; on the axis of one year the year stands once, in the page's title. */
const monthWords = (month: string) => `${Number(month.slice(5))}月`

export default MonthChart
