import { describe, expect, it } from 'vitest'
import { foldObstacles } from './fold-obstacles.ts'

const remark = (nominationId: number, message: string, rule?: string) => ({
  severity: 'warning' as const,
  nominationId,
  message,
  ...(rule && { rule }),
})
const told = (...remarks: ReturnType<typeof remark>[]) =>
  foldObstacles(remarks).map(({ sentence, about }) => [sentence, ...about.map(({ words }) => words)])

describe('remarks on a list', () => {
  it('of one rule and one wording are told once, with the names', () => {
    const same = [1, 2, 3].map(n => remark(n, `“甲${n}”：请填写审核意见。`, 'R003-20'))
    expect(told(...same)).toEqual([['请填写审核意见。', '甲1', '甲2', '甲3']])
  })

  it('without a rule are told once where they say the same of each', () => {
    const same = ['甲', '乙', '丙'].map((name, n) => remark(n, `“${name}”还没有结果。`))
    expect(told(...same, remark(9, '尚未公示。'))).toEqual([
      ['还没有结果。', '甲', '乙', '丙'],
      ['尚未公示。', '尚未公示。'],
    ])
  })

  it('of one rule in several wordings stand whole below the first', () => {
    const own = [1, 2, 3].map(n => remark(n, `甲${n}超过${n}字。`, 'R003-21'))
    expect(told(...own)).toEqual([['甲1超过1字等同类情况', '甲1超过1字。', '甲2超过2字。', '甲3超过3字。']])
  })

  it('stay as they are where there are only two, or where they are of different rules', () => {
    expect(
      told(remark(1, '“甲”：请核对。', 'R1-01'), remark(2, '“乙”：请核对。', 'R1-01'), remark(3, '尚未公示。')),
    ).toEqual([
      ['“甲”：请核对。', '“甲”：请核对。'],
      ['“乙”：请核对。', '“乙”：请核对。'],
      ['尚未公示。', '尚未公示。'],
    ])
  })
})
