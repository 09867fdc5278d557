import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseName } from './index.ts'

describe('normalising a name', () => {
  it.each([
    ['王芳', '王芳', []],
    ['王　芳', '王芳', ['已去掉空格']],
    [' 李 强 ', '李强', ['已去掉空格']],
    ['阿沛•阿旺晋美', '阿沛·阿旺晋美', ['间隔号已统一为“·”']],
    ['阿沛・阿旺', '阿沛·阿旺', ['间隔号已统一为“·”']],
    ['阿沛･阿旺', '阿沛·阿旺', ['间隔号已统一为“·”']],
    ['王\u200B芳\uFEFF', '王芳', ['已去掉看不见的字符']],
    ['Jose\u0301  Wang', 'José Wang', ['已改用规范编码的字形', '已去掉空格']],
    ['\u{20BB7}田', '\u{20BB7}田', []],
  ])('%j becomes %j', (input, name, changes) => {
    expect(normaliseName(input)).toEqual({ name, changes, problems: [] })
  })

  it.each([
    ['', '请填写姓名。'],
    ['　', '请填写姓名。'],
    ['王\u202E芳', '姓名中含有控制字符，可能是粘贴带入的，请删去后手工输入。'],
    ['王\u0007芳', '姓名中含有控制字符，可能是粘贴带入的，请删去后手工输入。'],
    ['王\uE000', '姓名中有1个自造字（U+E000），别的电脑上显示不出来，请换用国家标准GB 18030收录的字。'],
    ['王\uD800', '姓名中有残缺的字符，请重新输入。'],
  ])('%j is refused with advice', (input, problem) => {
    expect(normaliseName(input).problems).toEqual([problem])
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { name } = normaliseName(text)
        expect(normaliseName(name)).toMatchObject({ name, changes: [] })
      }),
    )
  })
})
