import { describe, expect, it } from 'vitest'
import { type CheckFinding, countWords, findingGroups, placeOf } from './findings.ts'

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
const nominees = [{ id: 7, name: '张三' }]

describe('the findings of a list', () => {
  it('stand nominee by nominee and lead to the field', () => {
    const [group] = findingGroups([finding], nominees)
    expect(group!.name).toBe('张三')
    expect(placeOf(group!.findings[0]!.path!)).toEqual({ to: '/selection/nominations/7?at=articles.article' })
  })

  it('of the unit itself stay on its page, and what is settled is not said again', () => {
    const { nomination: _, ...own } = finding
    const [group] = findingGroups([{ ...own, path: 'report.推荐过程' }], nominees)
    expect(group!.nominationId).toBeNull()
    expect(placeOf(group!.findings[0]!.path!)).toEqual({ here: 'report.推荐过程' })
    expect(findingGroups([{ ...finding, settled: true }], nominees)).toEqual([])
  })

  it('are said once where a rule and the form say the same, at the field', () => {
    const said = findingGroups(
      [
        { ...finding, path: 'seals' },
        { ...finding, rule: 'form', path: 'answers.cover' },
      ],
      nominees,
    )
    expect(said[0]!.findings.map(({ rule, path }) => [rule, path])).toEqual([['R001-10', '7|answers.cover']])
  })

  it('are counted in words', () => {
    const [group] = findingGroups(
      [
        finding,
        { ...finding, severity: 'manual', message: '请核对原件。' },
        { ...finding, severity: 'reason', message: '请说明。' },
      ],
      nominees,
    )
    expect(countWords(group!.findings)).toBe('必须改正1处，需说明1处，请核对1处')
  })
})
