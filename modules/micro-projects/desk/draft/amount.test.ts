import { describe, expect, it } from 'vitest'
import { amountOf, wrongAmount } from './amount.ts'

describe('the amount of a line', () => {
  it.each([
    ['', 0],
    ['336', 33_600],
    ['85.5', 8550],
    ['1,000,000', 100_000_000],
  ])('takes “%s”', (typed, fen) => {
    expect([amountOf(typed), wrongAmount(typed)]).toEqual([fen, undefined])
  })

  it.each([
    ['1000000.01', '一行最多填写100万元，请核对。'],
    ['-50', '请填写金额，最多两位小数，例如 85.50。'],
    ['1.234', '请填写金额，最多两位小数，例如 85.50。'],
    ['0', '金额要大于0。'],
  ])('takes nothing of “%s”, and says why', (typed, wrong) => {
    expect([amountOf(typed), wrongAmount(typed)]).toEqual([0, wrong])
  })
})
