import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion, type Plan, quotaOf } from './index.ts'
import { examplePlan, shippedPlan } from './testing/example.ts'

const quota = (plan: Plan, unit: string, category: string) =>
  quotaOf(plan, plan.units.find(({ key }) => key === unit)!, category)

const withPopulation = (value: number): Plan => {
  const plan = shippedPlan('henan-2021')
  const units = plan.units.map(unit =>
    unit.key === 'pingdingshan' ? { ...unit, population: { ...unit.population!, value } } : unit,
  )
  return { ...plan, units }
}

describe('the quota of a unit', () => {
  it('counts exactly five million as 以上 (R001-04)', () => {
    expect(quota(withPopulation(4_999_999), 'pingdingshan', 'project')?.max).toBe(5)
    expect(quota(withPopulation(5_000_000), 'pingdingshan', 'project')?.max).toBe(10)
  })

  it('is a range where the notice gives one', () => {
    expect(quota(shippedPlan('jiaozuo-2017'), 'wenxian', 'fine-member')).toEqual({
      min: 6,
      max: 10,
      basis: '名额6—10个',
    })
    expect(quota(shippedPlan('jiaozuo-2017'), 'wanfang', 'fine-member')).toEqual({ min: 0, max: 2, basis: '名额2个' })
  })

  it('rounds a proportion as the line says', () => {
    expect(['east', 'west', 'south'].map(unit => quota(examplePlan(), unit, 'citizen')?.max)).toEqual([4, 5, 3])
  })

  it('goes by a line that names the unit before one that names its class', () => {
    const plan = examplePlan()
    plan.quotas.lines.push({ units: ['east'], categories: ['citizen'], amount: { kind: 'unlimited' } })
    expect(quota(plan, 'east', 'citizen')).toEqual({ min: 0, max: null, basis: '名额不限' })
    expect(quota(plan, 'west', 'citizen')?.max).toBe(5)
  })

  it('shares a total by measure', () => {
    const plan = examplePlan()
    plan.quotas.lines[0] = {
      classes: ['district'],
      categories: ['citizen'],
      amount: { kind: 'share', measure: 'population', total: 20, min: 1 },
    }
    expect(['east', 'west', 'south'].map(unit => quota(plan, unit, 'citizen')?.max)).toEqual([6, 9, 5])
  })

  it('is none where no line fits', () => {
    const plan = { ...examplePlan(), quotas: { ...examplePlan().quotas, lines: [] } }
    expect(quota(plan, 'east', 'citizen')).toBeUndefined()
  })
})

describe('apportioning', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 })
  const total = fc.integer({ min: 0, max: 500 })

  it('gives out every place, and to each within one of its exact share', () => {
    fc.assert(
      fc.property(weights, total, (shares, places) => {
        const seats = apportion(shares, places)
        const sum = shares.reduce((a, b) => a + b, 0)
        expect(seats.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : places)
        if (sum === 0) return
        for (const [index, seat] of seats.entries()) {
          expect(Math.abs(seat - (shares[index]! * places) / sum)).toBeLessThan(1)
        }
      }),
    )
  })

  it('never gives the larger less than the smaller', () => {
    fc.assert(
      fc.property(weights, total, (shares, places) => {
        const seats = apportion(shares, places)
        const order = shares.map((share, index) => ({ share, seat: seats[index]! })).sort((a, b) => a.share - b.share)
        for (let i = 1; i < order.length; i++) {
          if (order[i]!.share > order[i - 1]!.share) expect(order[i]!.seat).toBeGreaterThanOrEqual(order[i - 1]!.seat)
        }
      }),
    )
  })
})
