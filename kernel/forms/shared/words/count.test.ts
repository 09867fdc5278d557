import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, isAbout } from './count.ts'

describe('counting 字 as Word does', () => {
  it.each([
    ['2021年12月30日', 6],
    ['投入3.5万元，惠及1200户。', 11],
    ['你好，世界！', 6],
    ['建成5G基站 12 个', 7],
    ['', 0],
    ['　 \t\n', 0],
    ['𠮷野家', 3],
    ['阿卜杜拉·买买提', 8],
    ['“七一”……——', 8],
    ['拨打12345,转1号', 6],
    ['葛󠄀', 1],
    ['（一）〔2021〕32号', 8],
  ])('%j counts %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })

  it('adds up over lines, and never counts a space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(countWords(`${a}\n${b}`)).toBe(countWords(a) + countWords(b))
        expect(countWords(` ${a}　`)).toBe(countWords(a))
      }),
    )
  })

  it('takes 左右 as 80 % to 120 %, ends included', () => {
    expect([159, 160, 240, 241].map(count => isAbout(count, 200))).toEqual([false, true, true, false])
  })
})
