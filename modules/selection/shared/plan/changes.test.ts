import { describe, expect, it } from 'vitest'
import { planChanges } from './changes.ts'
import { examplePlan } from './testing/example.ts'

describe('what changed between two plans', () => {
  it('is nothing where they say the same', () => {
    expect(planChanges(examplePlan(), examplePlan())).toEqual([])
  })

  it('is told field by field, members of lists by their key', () => {
    const [before, after] = [examplePlan(), examplePlan()]
    const [stage] = after.stages
    const key = stage!.key
    const dueBy = stage!.dueBy
    stage!.dueBy = '2031-01-06'
    after.purpose = '为民办实事'
    expect(planChanges(before, after)).toEqual(
      expect.arrayContaining([
        { path: ['stages', key, 'dueBy'], kind: 'changed', before: dueBy, after: '2031-01-06' },
        expect.objectContaining({ path: ['purpose'], after: '为民办实事' }),
      ]),
    )
  })

  it('tells a new member, one that is gone, and a new order apart', () => {
    const list = (...keys: string[]) => ({ units: keys.map(key => ({ key })) })
    expect(planChanges(list('a', 'b'), list('b', 'c'))).toEqual([
      { path: ['units', 'a'], kind: 'removed', before: { key: 'a' } },
      { path: ['units', 'c'], kind: 'added', after: { key: 'c' } },
    ])
    expect(planChanges(list('a', 'b'), list('b', 'a'))).toEqual([
      { path: ['units', '#order'], kind: 'changed', before: ['a', 'b'], after: ['b', 'a'] },
    ])
  })
})
