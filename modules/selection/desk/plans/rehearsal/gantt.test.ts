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

  it('runs a step without a day of its own until the stage around it ends', () => {
    const home = stage('home', '2026-03-02', '2026-03-06')
    const step = { ...stage('step', '2026-03-02'), within: 'home' }
    expect(ganttOf({ stages: [home, step, stage('later', '2026-03-07')] }).bars.map(({ words }) => words)).toEqual([
      '2026年3月2日至3月6日',
      '“home”截止前办完',
      '2026年3月7日起',
    ])
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
