import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PoolEntry } from '../../campaign/pool.ts'
import type { Plan } from '../../shared/index.ts'
import { tiesOf } from './totals.ts'

const planFor = (awards: number) => ({ categories: [{ key: 'a', name: '甲类', awards }] }) as unknown as Plan
const entries = (scores: number[]) =>
  scores.map((_, id) => ({ nominationId: id, name: `名${id}`, category: 'a', outcome: 'pending' })) as PoolEntry[]
const ties = (awards: number, scores: number[]) =>
  tiesOf(planFor(awards), entries(scores), new Map(scores.map((score, id) => [id, score])))

describe('ties across the line of awards', () => {
  it('are named with everyone who has that score', () => {
    expect(ties(2, [90, 80, 80, 70])).toEqual([{ categoryName: '甲类', score: '80', names: ['名1', '名2'] }])
  })

  it('are none where the line falls between two scores, or where everybody is awarded', () => {
    expect([ties(1, [90, 80, 80]), ties(3, [80, 80, 80]), ties(2, [])]).toEqual([[], [], []])
  })

  it('always hold names on both sides of the line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }),
        (n, scores) => {
          for (const { score, names } of ties(n, scores)) {
            const above = scores.filter(each => each > Number(score)).length
            expect(above < n && above + names.length > n).toBe(true)
          }
        },
      ),
    )
  })
})
