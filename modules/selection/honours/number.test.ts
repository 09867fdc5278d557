import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextNumbers, stemOf } from './number.ts'

const parts = { year: 2021, category: 'member', unit: '示例局' }

describe('the number of an honour', () => {
  it('fills the plan’s pattern and counts in its own row', () => {
    const stem = stemOf('{year}-{category}-{n}', parts)
    expect(nextNumbers(stem, ['2021-member-1', '2021-member-7', '2020-member-99', '2021-team-50'], 2)).toEqual([
      '2021-member-8',
      '2021-member-9',
    ])
  })

  it('counts also where the pattern forgot to, so that two never get the same', () => {
    expect(nextNumbers(stemOf('示例{year}', parts), [], 2)).toEqual(['示例2021-1', '示例2021-2'])
  })

  it('leaves no gap and repeats none, however often it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }), counts => {
        const taken: string[] = []
        for (const count of counts) taken.push(...nextNumbers('第{n}号', taken, count))
        expect(taken).toEqual(taken.map((_, n) => `第${n + 1}号`))
      }),
    )
  })
})
