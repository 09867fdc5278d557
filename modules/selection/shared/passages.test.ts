import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap, PASSAGE, partsOf } from './passages.ts'

const shared = '坚持把群众的急难愁盼当作头等大事来办'

describe('common passages', () => {
  it('are found whatever punctuation and line breaks stand in them', () => {
    const left = `张三同志${shared}。走访三十户。`
    const right = `李四同志坚持把群众的“急难愁盼”，\n当作头等大事来办，修好了路灯。`
    expect(overlap(left, right).common).toBe([...`同志${shared}`].length)
    expect(partsOf(left, right)).toEqual([
      { text: '张三', common: false },
      { text: `同志${shared}。`, common: true },
      { text: '走访三十户。', common: false },
    ])
  })

  it('are none where only set phrases agree', () => {
    expect(overlap('认真贯彻落实市委决策部署，建成廊桥', '认真贯彻落实市委决策部署，改造菜场')).toEqual({
      common: 0,
      share: 0,
    })
  })

  it('lose nothing of a text, and agree with the overlap', () => {
    const text = fc.string({ unit: fc.constantFrom('办', '实', '事', '，', '\n', 'a'), maxLength: 80 })
    fc.assert(
      fc.property(text, text, (left, right) => {
        const parts = partsOf(left, right)
        expect(parts.map(part => part.text).join('')).toBe(left)
        expect(parts.some(part => part.common)).toBe(overlap(left, right).common >= PASSAGE)
      }),
    )
  })
})
