import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAt, placesOf } from './places.ts'
import { combined, meanOf, spreadOf, weightedTotal } from './scores.ts'

const score = fc.integer({ min: 0, max: 10_000 }).map(n => n / 100)
const scores = fc.array(score, { maxLength: 40 })
const itself = (n: number) => n

describe('an expert’s total', () => {
  const criteria = [
    { key: 'a', weight: 30, max: 100 },
    { key: 'b', weight: 30, max: 10 },
    { key: 'c', weight: 40, max: 100 },
  ]
  it('weighs each mark by its criterion, on a scale of 100', () => {
    expect(weightedTotal(criteria, { a: 90, b: 8, c: 70.5 })).toBe(79.2)
    expect(weightedTotal(criteria, { a: 100, b: 10, c: 100 })).toBe(100)
  })
  it('is none while a mark is missing', () => {
    expect(weightedTotal(criteria, { a: 90, b: 8 })).toBe(null)
    expect(weightedTotal(criteria, { a: 90, b: 8, c: null })).toBe(null)
    expect(weightedTotal([], {})).toBe(null)
  })
})

describe('a mean', () => {
  it('leaves out one highest and one lowest where the plan says so and three are there', () => {
    expect(meanOf([60, 90, 90, 95], 'dropExtremes')).toBe(90)
    expect(meanOf([60, 90], 'dropExtremes')).toBe(75)
    expect(meanOf([60, 90, 90, 95], 'all')).toBe(83.75)
    expect(meanOf([], 'all')).toBe(null)
  })
  it('lies between the lowest and the highest and does not depend on the order', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('all', 'dropExtremes'),
        (given, kind) => {
          const mean = meanOf(given, kind)!
          expect(mean).toBeGreaterThanOrEqual(Math.min(...given))
          expect(mean).toBeLessThanOrEqual(Math.max(...given))
          expect(meanOf([...given].reverse(), kind)).toBe(mean)
        },
      ),
    )
  })
  it('of one and the same score is that score, and nothing is spread', () => {
    fc.assert(
      fc.property(score, fc.integer({ min: 2, max: 12 }), (each, n) => {
        const given = Array.from({ length: n }, () => each)
        expect([meanOf(given, 'all'), meanOf(given, 'dropExtremes'), spreadOf(given)]).toEqual([each, each, 0])
      }),
    )
  })
  it('of several stages is none where one is missing', () => {
    expect(
      combined([
        { weight: 60, score: 90 },
        { weight: 40, score: 80 },
      ]),
    ).toBe(86)
    expect(
      combined([
        { weight: 60, score: 90 },
        { weight: 40, score: null },
      ]),
    ).toBe(null)
  })
})

describe('places', () => {
  it('are shared by equal scores, and the next is left out', () => {
    const rows = [90, 80, 80, 70].map((value, id) => ({ value, id }))
    const places = placesOf(rows, ({ value }) => value)
    expect(rows.map(row => places.get(row))).toEqual([
      { place: 1, tied: false },
      { place: 2, tied: true },
      { place: 2, tied: true },
      { place: 4, tied: false },
    ])
  })

  it('never break a tie at the line, and never leave a place unaccounted for', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 45 }), (given, count) => {
        const rows = given.map((value, id) => ({ value, id }))
        const { within, level, left } = cutAt(rows, row => row.value, count)
        expect(within.length + left).toBe(Math.min(count, rows.length))
        expect(level.length === 0 ? left : Math.min(left, level.length - 1)).toBe(left)
        expect(new Set(level.map(row => row.value)).size).toBeLessThanOrEqual(1)
        const lowest = Math.min(...within.map(row => row.value))
        for (const row of rows) if (!within.includes(row)) expect(row.value).toBeLessThan(lowest)
      }),
    )
  })

  it('are none without a score', () => {
    expect(placesOf([null, 5], itself as (n: number | null) => number | null).size).toBe(1)
    expect(cutAt([null, 5], itself as (n: number | null) => number | null, 2)).toEqual({
      within: [5],
      level: [],
      left: 0,
    })
  })
})
