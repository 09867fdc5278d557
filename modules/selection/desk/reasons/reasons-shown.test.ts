import { describe, expect, it } from 'vitest'
import { type GivenReason, reasonsShown, rulesAnswered } from './reasons-shown.ts'

const reason = (more: Partial<GivenReason>): GivenReason => ({
  nominationId: 1,
  submissionId: 1,
  name: '王芳',
  category: 'member',
  unitName: '甲县',
  rule: 'R-1',
  clause: '',
  message: '从事工作不满三年。',
  text: '事迹特别突出。',
  confirmedBy: null,
  ...more,
})
const ofUnit = reason({ nominationId: null, name: null, unitName: '乙县', rule: 'R-2', message: '基层人员不足。' })
const all = [reason({}), ofUnit, reason({ name: '李四', text: '群众反映好。' })]

describe('the list of reasons', () => {
  it('is searched by unit, nominee and text, and cut to one rule', () => {
    const found = (words: string, rule?: string) => reasonsShown(all, { words, rule }).map(({ name }) => name)
    expect(found('')).toEqual(['王芳', null, '李四'])
    expect([found('乙县'), found('李四'), found(' 反映 '), found('没有')]).toEqual([[null], ['李四'], ['李四'], []])
    expect([found('', 'R-1'), found('乙县', 'R-1')]).toEqual([['王芳', '李四'], []])
  })

  it('tells how often each rule was answered', () => {
    expect(rulesAnswered(all)).toEqual([
      { rule: 'R-1', message: '从事工作不满三年。', count: 2 },
      { rule: 'R-2', message: '基层人员不足。', count: 1 },
    ])
  })
})
