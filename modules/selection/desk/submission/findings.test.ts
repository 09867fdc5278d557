import { describe, expect, it } from 'vitest'
import { type CheckFinding, listFindings, placeOf } from './findings.ts'

const finding: CheckFinding = {
  rule: 'R001-10',
  fn: 'wordsAtMost',
  severity: 'block',
  message: '典型材料超过1000字。',
  clause: '附件4',
  path: 'articles.article',
  nomination: '7',
  settled: false,
}

describe('the findings of a list', () => {
  it('say whom they concern, once, and lead to the field', () => {
    const nominees = [{ id: 7, name: '张三' }]
    const [shown] = listFindings([finding], nominees)
    expect(shown!.message).toBe('张三：典型材料超过1000字。')
    expect(placeOf(shown!.path!)).toEqual({ to: '/selection/nominations/7?at=articles.article' })
    expect(listFindings([{ ...finding, message: '张三的材料超长。' }], nominees)[0]!.message).toBe('张三的材料超长。')
  })

  it('of the unit itself stay on its page, and what is settled is not said again', () => {
    const { nomination: _, ...own } = finding
    expect(placeOf(listFindings([{ ...own, path: 'report.推荐过程' }], [])[0]!.path!)).toEqual({
      here: 'report.推荐过程',
    })
    expect(listFindings([{ ...finding, settled: true }], [])).toEqual([])
  })
})
