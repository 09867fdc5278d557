import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, moveWords } from './ranking-order.ts'

describe('ranking', () => {
  it('moves one up or down and leaves the others in their order', () => {
    expect(moved(['甲', '乙', '丙'], 2, 0)).toEqual(['丙', '甲', '乙'])
    expect(moved(['甲', '乙', '丙'], 0, 1)).toEqual(['乙', '甲', '丙'])
    expect(moveWords('丙', 0, 3)).toBe('丙 移到第1位，共3位')
  })

  it('stops at the ends, and never loses or doubles anyone', () => {
    expect(moved(['甲', '乙'], 0, -1)).toEqual(['甲', '乙'])
    expect(moved(['甲', '乙'], 1, 2)).toEqual(['甲', '乙'])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.integer(), fc.integer(), (list, from, to) => {
        expect(moved(list, from, to).sort()).toEqual([...list].sort())
      }),
    )
  })
})
