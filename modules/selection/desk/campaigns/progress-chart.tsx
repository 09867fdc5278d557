import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { overviewApi } from '../../shared/index.ts'
import { chartRows, chartWords } from './chart-rows.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type Parts = overviewApi.Progress['parts']

/** Places filled by category and class of unit, stacked: handed in, returned, draft, open. The same in words below. */
const ProgressChart = ({ parts }: { parts: Parts }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, undefined, { renderer: 'svg' })
    chart.setOption(optionOf(parts, getComputedStyle(box.current).fontFamily))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(box.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [parts])
  return (
    <>
      <div ref={box} className="progress-chart" aria-hidden="true" style={{ height: 80 + parts.length * 26 }} />
      <p className="chart-words">{chartWords(parts)}</p>
    </>
  )
}

const colours = { 已报: '#2f6b4f', 退回: '#c98a2b', 草稿: '#b9b0a0', 空缺: '#f3eee4' }

/** Labels are measured before they are drawn, by the name of their font. */
const optionOf = (parts: Parts, fontFamily: string) => {
  const rows = chartRows(parts)
  return {
    animationDuration: 300,
    textStyle: { fontFamily },
    color: Object.values(colours),
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, data: Object.keys(colours) },
    grid: { top: 34, left: 8, right: 20, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6dfd2' } } },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ label }) => label), axisTick: { show: false } },
    series: Object.keys(colours).map(name => ({
      name,
      type: 'bar',
      stack: 'places',
      barMaxWidth: 14,
      data: rows.map(row => row[name as keyof typeof colours]),
    })),
  }
}

export default ProgressChart
