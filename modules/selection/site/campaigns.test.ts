import { expect, it } from 'vitest'
import { baseCalendar as calendar } from '#kernel/calendar/shared/index.ts'
import type { StageStep } from '#platform/ui/site/index.ts'
import type { Plan } from '../shared/index.ts'
import { nowOf } from './campaigns.ts'

it('tells the stage that is open with its last day and the working days left, and counts none once it is over', () => {
  const stage = { key: 'recommend', kind: 'recommend', title: '逐级推荐', dueBy: '2026-06-05' }
  const plan = { stages: [stage, { key: 'decide', kind: 'decide', title: '审定' }] } as unknown as Plan
  const at = (...states: StageStep['state'][]) => states.map(state => ({ name: '', state }))
  const on = (today: string, steps = at('now', 'next')) => nowOf(plan, steps, { calendar, today })
  expect(['2026-05-20', '2026-06-05', '2026-06-08'].map(today => on(today))).toEqual([
    '逐级推荐 · 6月5日截止，还有12个工作日',
    '逐级推荐 · 6月5日截止（今天）',
    '逐级推荐 · 6月5日截止',
  ])
  expect([on('2026-05-20', at('past', 'now')), on('2026-05-20', at('past', 'past'))]).toEqual(['审定', undefined])
})
