import { LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Turnout } from './election-types.ts'

use([LineChart, GridComponent, TooltipComponent, SVGRenderer])

type Props = { points: Turnout['growth']; height?: number }

/** The log's growth over time, as its signed heads tell it; the figures stand in words above. */
export const Growth = ({ points, height = 180 }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current || points.length < 2) return
    const chart = init(box.current, undefined, { renderer: 'svg' })
    chart.setOption(optionOf(points))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(box.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [points])
  if (points.length < 2) return null
  return <div ref={box} aria-hidden="true" style={{ height }} />
}

const optionOf = (points: Turnout['growth']) => ({
  animationDuration: 300,
  textStyle: { fontFamily: 'inherit' },
  color: ['#2f6b4f'],
  grid: { top: 12, left: 8, right: 16, bottom: 4, containLabel: true },
  tooltip: { trigger: 'axis' },
  xAxis: {
    type: 'time',
    minInterval: 60_000,
    axisLabel: {
      fontSize: 12,
      hideOverlap: true,
      formatter: { day: '{M}月{d}日', hour: '{HH}:{mm}', minute: '{HH}:{mm}' },
    },
  },
  yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6dfd2' } } },
  series: [
    {
      type: 'line',
      step: 'end',
      showSymbol: false,
      name: '已入账选票',
      data: points.map(({ at, ballots }) => [at, ballots]),
    },
  ],
})
