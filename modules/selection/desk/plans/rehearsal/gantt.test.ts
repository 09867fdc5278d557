import { describe, expect, it } from 'vitest'
import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { rehearse, type StageForecast } from '../../../shared/index.ts'
import { examplePlan } from '../../../shared/plan/testing/example.ts'
import { ganttOf } from './gantt.ts'

const stage = (key: string, from?: string, to?: string): StageForecast => ({
  key,
  title: key,
  kind: 'review',
  level: 'organiser',
  ...(from && { opens: { date: from, given: true } }),
  ...(to && { ends: { date: to, restDay: false, provisional: false } }),
})

describe('the chart of stages', () => {
  it('puts each stage where it stands between the first day and the last', () => {
    const { bars, months } = ganttOf({
      stages: [stage('a', '2026-03-30', '2026-04-03'), stage('b', '2026-04-04', '2026-04-08')],
    })
    expect(bars.map(({ left, width }) => [left, width])).toEqual([
      [0, 50],
      [50, 50],
    ])
    expect(months).toEqual([{ label: '4月', left: 20 }])
  })

  it('names stages without a day apart', () => {
    expect(ganttOf({ stages: [stage('a')] })).toEqual({
      bars: [],
      months: [],
      undated: [{ title: 'a', when: '时间未定' }],
    })
  })

  it('never leaves its frame', () => {
    const { bars } = ganttOf(rehearse(examplePlan(), baseCalendar))
    expect(bars.length).toBeGreaterThan(5)
    expect(bars.filter(({ left, width }) => left < 0 || width <= 0 || left + width > 100.1)).toEqual([])
  })
})
