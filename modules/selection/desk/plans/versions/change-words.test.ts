import { describe, expect, it } from 'vitest'
import { examplePlan } from '../../../shared/plan/testing/example.ts'
import { changeWords, whereWords } from './change-words.ts'

const plan = examplePlan()

describe('a change of a plan in words', () => {
  it('names where it is by titles, not by keys', () => {
    const path = ['stages', 'recommend', 'dueBy']
    expect(changeWords({ path, kind: 'changed', before: '2026-04-10', after: '2026-04-13' }, plan)).toEqual({
      where: '环节 “推荐和自荐” 截止日期',
      kind: '改为',
      before: '2026-04-10',
      after: '2026-04-13',
    })
  })

  it('names what stands at a position, as faults tell it', () => {
    expect(whereWords(['stages', 0, 'dueBy'], plan)).toBe('环节 “推荐和自荐” 截止日期')
    expect(whereWords(['stages', 99], plan)).toBe('环节 “第100项”')
  })

  it('tells what was added, what is gone, and yes and no', () => {
    const department = { key: 'tax', name: '税务部门' }
    expect(changeWords({ path: ['departments', 'tax'], kind: 'added', after: department }, plan)).toEqual({
      where: '征求意见的部门 “tax”',
      kind: '新增',
      after: '税务部门',
    })
    expect(changeWords({ path: ['approval'], kind: 'changed', before: { by: '甲' }, after: null }, plan)).toMatchObject(
      {
        where: '批准依据',
        after: '未定',
      },
    )
    expect(changeWords({ path: ['units', '#order'], kind: 'changed', before: ['a'], after: ['b'] }, plan).where).toBe(
      '推荐单位 次序',
    )
  })
})
