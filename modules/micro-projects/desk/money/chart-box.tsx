import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type Props = { option: Record<string, unknown>; height: number }

/** What all charts of the money pages have in common; each stands beside the same figures in words. */
const common = {
  animationDuration: 300,
  textStyle: { fontFamily: 'inherit' },
  legend: { top: 0, left: 0, itemGap: 24, itemWidth: 12, itemHeight: 12 },
  grid: { top: 34, left: 8, right: 20, bottom: 4, containLabel: true },
}

export const gridLine = { lineStyle: { color: '#e6dfd2' } }

/** A chart as wide as its place. */
export const ChartBox = ({ option, height }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, undefined, { renderer: 'svg' })
    chart.setOption({ ...common, ...option })
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(box.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={box} aria-hidden="true" style={{ height }} />
}
