import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { moneyApi } from '../../shared/index.ts'
import { type ChartRow, chartRows } from './chart-rows.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Money of the villages as bars; the table below says the same in figures. */
const MoneyChart = ({ rows }: { rows: moneyApi.YearlyReport['rows'] }) => {
  const box = useRef<HTMLDivElement>(null)
  const shown = chartRows(rows)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, undefined, { renderer: 'svg' })
    chart.setOption(optionOf(chartRows(rows)))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(box.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [rows])
  return (
    <>
      <div ref={box} aria-hidden="true" style={{ height: 80 + shown.length * 26 }} />
      {shown.length < rows.length && <p className="micro-total">只画出核定经费最多的{shown.length}个村（社区）。</p>}
    </>
  )
}

const parts: { name: string; key: 'paid' | 'open'; color: string }[] = [
  { name: '已拨付', key: 'paid', color: '#2f6b4f' },
  { name: '已核定，未拨付', key: 'open', color: '#d9b36c' },
]

const optionOf = (rows: ChartRow[]) => ({
  animationDuration: 300,
  textStyle: { fontFamily: 'inherit' },
  color: parts.map(({ color }) => color),
  legend: { top: 0, left: 0, itemGap: 24, itemWidth: 12, itemHeight: 12, data: parts.map(({ name }) => name) },
  grid: { top: 34, left: 8, right: 20, bottom: 4, containLabel: true },
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => `${value}元` },
  xAxis: { type: 'value', splitLine: { lineStyle: { color: '#e6dfd2' } } },
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
