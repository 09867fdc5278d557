import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextRegisterNumbers, registerPattern, registerStem } from './register-pattern.ts'

const jiaozuo = registerStem(registerPattern, { year: 2017, category: 2, unit: 1 })

describe('the numbers of register forms', () => {
  it('are year, category, unit and a running number of the pattern’s own length', () => {
    expect(nextRegisterNumbers(jiaozuo, [], 2)).toEqual(['2017201001', '2017201002'])
    const stem = registerStem('焦组〔{年}〕{奖项码}-{2位}号', { year: 2017, category: 3, unit: 9 })
    expect(nextRegisterNumbers(stem, ['焦组〔2017〕3-07号', '焦组〔2017〕2-40号'], 1)).toEqual(['焦组〔2017〕3-08号'])
  })

  it('get three digits at the end where the pattern forgot them', () => {
    const stem = registerStem('{年}-{单位码}-', { year: 2017, category: 1, unit: 12 })
    expect(nextRegisterNumbers(stem, [], 1)).toEqual(['2017-12-001'])
  })

  it('are never given twice, whatever stands already and however many there are', () => {
    const taken = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 30 })
    fc.assert(
      fc.property(taken, fc.integer({ min: 1, max: 20 }), (numbers, count) => {
        const standing = numbers.map(number => `2017201${String(number).padStart(3, '0')}`)
        const given = nextRegisterNumbers(jiaozuo, standing, count)
        expect(new Set([...standing, ...given]).size).toBe(standing.length + count)
      }),
    )
  })
})
