import { describe, expect, it } from 'vitest'
import { funnelStages, type StageOverview } from './funnel-stages.ts'

const stage = (given: Partial<StageOverview>): StageOverview => ({
  key: 'review',
  kind: 'review',
  title: '专家评审',
  state: 'open',
  dueOn: null,
  within: null,
  pass: 0,
  pending: 0,
  out: 0,
  suspended: 0,
  target: null,
  ...given,
})

describe('the funnel', () => {
  it('tells who passed a closed stage, how far an open one is, and what a coming one aims at', () => {
    const stages = funnelStages(7, [
      stage({ key: 'recommend', title: '推荐', state: 'closed', pass: 198, out: 5 }),
      stage({ pass: 130, out: 7, pending: 61 }),
      stage({ key: 'decide', title: '审定', state: 'waiting', target: 100 }),
      stage({ key: 'commend', title: '表彰', state: 'waiting' }),
    ])
    expect(stages).toEqual([
      { name: '推荐', count: 198, state: 'past', to: '/selection/campaigns/7/stages/recommend' },
      { name: '专家评审', count: 137, of: 198, state: 'now', to: '/selection/campaigns/7/stages/review' },
      { name: '审定', count: 100, state: 'next', to: '/selection/campaigns/7/stages/decide' },
      { name: '表彰', count: null, state: 'next', to: '/selection/campaigns/7/stages/commend' },
    ])
  })

  it('leaves out what units do within a stage', () => {
    expect(funnelStages(7, [stage({ within: 'recommend' })])).toEqual([])
  })
})
