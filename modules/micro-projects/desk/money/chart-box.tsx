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
  legend: { top: 0, left: 0, itemGap: 24, itemWidth: 12, itemHeight: 12 },
  grid: { top: 34, left: 8, right: 20, bottom: 4, containLabel: true },
}

export const gridLine = { lineStyle: { color: '#e6dfd2' } }

/** A chart as wide as its place; on paper, where nothing is drawn anew, it is scaled to the sheet. */
export const ChartBox = ({ option, height }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const place = box.current
    const chart = init(place, undefined, { renderer: 'svg' })
    // Labels are measured before they are drawn, by the name of their font.
    const { fontFamily } = getComputedStyle(place)
    chart.setOption({ ...common, textStyle: { fontFamily }, ...option })
    const resized = new ResizeObserver(() => {
      chart.resize()
      const size = `0 0 ${chart.getWidth()} ${chart.getHeight()}`
      place.querySelector('svg')?.setAttribute('viewBox', size)
    })
    resized.observe(place)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={box} className="chart-box" aria-hidden="true" style={{ height }} />
}
