import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PASSAGE } from '../shared/index.ts'
import { marksOf } from './prints.ts'

const deeds =
  '他坚持把群众的急难愁盼当作头等大事来办，三年里走访六百多户居民，修好了四十二盏路灯，改造了两处漏雨的屋顶。'

describe('the marks of an article', () => {
  it('are the same every time, and fewer than its passages', () => {
    expect(marksOf(1, deeds)).toEqual(marksOf(1, deeds))
    expect(marksOf(1, deeds).length).toBeLessThan(deeds.length - PASSAGE)
  })

  it('are none of a text shorter than a passage', () => {
    expect(marksOf(1, '办实事')).toEqual([])
  })

  it('never meet those of another campaign', () => {
    const other = new Set(marksOf(2, deeds))
    expect(marksOf(1, deeds).filter(mark => other.has(mark))).toEqual([])
  })

  it('meet wherever 28 characters in a row are the same', () => {
    const around = fc.string({ unit: fc.constantFrom('办', '实', '事', '村', '路'), maxLength: 60 })
    const shared = fc.string({
      unit: fc.constantFrom('灯', '水', '房', '桥', '田', '树', '园'),
      minLength: 28,
      maxLength: 50,
    })
    fc.assert(
      fc.property(around, around, shared, (before, after, same) => {
        const own = new Set(marksOf(1, before + same + after))
        expect(marksOf(1, after + same + before).some(mark => own.has(mark))).toBe(true)
      }),
    )
  })
})
