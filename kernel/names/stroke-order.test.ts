import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inStrokeOrder, loadStrokes, type StrokeOrderOptions } from './index.ts'

const order = async (names: readonly string[], options?: StrokeOrderOptions) =>
  (await inStrokeOrder(names, name => name, options)).ordered

// The published orders of full members of the Political Bureau (Xinhua, 2012-11-15, 2017-10-25, 2022-10-23).
const published = {
  第十八届:
    '习近平 马凯 王岐山 王沪宁 刘云山 刘延东 刘奇葆 许其亮 孙春兰 孙政才 李克强 李建国 李源潮 汪洋 张春贤 张高丽 张德江 范长龙 ' +
    '孟建柱 赵乐际 胡春华 俞正声 栗战书 郭金龙 韩正',
  第十九届:
    '丁薛祥 习近平 王晨 王沪宁 刘鹤 许其亮 孙春兰 李希 李强 李克强 李鸿忠 杨洁篪 杨晓渡 汪洋 张又侠 陈希 陈全国 陈敏尔 赵乐际 ' +
    '胡春华 栗战书 郭声琨 黄坤明 韩正 蔡奇',
  第二十届:
    '丁薛祥 习近平 马兴瑞 王毅 王沪宁 尹力 石泰峰 刘国中 李希 李强 李干杰 李书磊 李鸿忠 何卫东 何立峰 张又侠 张国清 陈文清 ' +
    '陈吉宁 陈敏尔 赵乐际 袁家军 黄坤明 蔡奇',
}

describe('official order of strokes', () => {
  it.each(Object.entries(published))('puts the shuffled %s list back into its published order', async (_, list) => {
    const names = list.split(' ')
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async shuffled => {
        expect(await order(shuffled)).toEqual(names)
      }),
      { numRuns: 20 },
    )
  })

  it('puts a single given name first within a family name, or compares straight away, as the rule says', async () => {
    const names = ['李一明', '李强', '李希']
    expect(await order(names)).toEqual(['李希', '李强', '李一明'])
    expect(await order(names, { rule: 'fullName' })).toEqual(['李一明', '李希', '李强'])
  })

  it('places compound and ethnic names by their first character', async () => {
    expect(await order(['欧阳修', '欧阳一鸣', '欧强', '阿沛·阿旺晋美', '丁一'])).toEqual([
      '丁一',
      '阿沛·阿旺晋美',
      '欧强',
      '欧阳修',
      '欧阳一鸣',
    ])
  })

  it('does not compare separators and alignment spaces', async () => {
    expect(await order(['王　芳', '王一一', '王 伟'])).toEqual(['王 伟', '王　芳', '王一一'])
  })
})

describe('characters that are not on file', () => {
  it('are reported with the names that hold them, and stand last', async () => {
    const result = await inStrokeOrder(['𠮷田', '丁一', '王Å'], name => name)
    expect(result.ordered).toEqual(['丁一', '𠮷田', '王Å'])
    expect(result.unknown.map(({ character, names }) => ({ character, names }))).toEqual([
      { character: '𠮷', names: ['𠮷田'] },
      { character: 'Å', names: ['王Å'] },
    ])
    expect(result.unknown[0]!.advice).toContain('请按横1、竖2、撇3、点4、折5的顺序填写')
  })

  it('take their place once the clerk has given the strokes', async () => {
    const strokes = { 𠮷: '121251' }
    const result = await inStrokeOrder(['刘一', '𠮷田', '丁一'], name => name, { strokes })
    expect(result).toEqual({ ordered: ['丁一', '𠮷田', '刘一'], unknown: [] })
  })

  it('refuse strokes that are no stroke string', async () => {
    await expect(inStrokeOrder(['𠮷田'], name => name, { strokes: { 𠮷: '横竖' } })).rejects.toThrow(
      '“𠮷”字的笔顺只能由数字1至5组成',
    )
  })

  it('are placed by the official table where that decides, and asked for where it does not', async () => {
    const table = await loadStrokes()
    const { character, low } = await firstOpenCharacter()
    expect(table.strokesOf(character)).toBeUndefined()
    expect(await inStrokeOrder(['丁一', `${character}一`, '矗一'], name => name)).toEqual({
      ordered: ['丁一', `${character}一`, '矗一'],
      unknown: [],
    })
    const contested = await inStrokeOrder([`${character}一`, `${low}一`], name => name)
    expect(contested.unknown.map(entry => entry.character)).toEqual([character])
  })
})

describe('the order as a relation', () => {
  const letter = fc.constantFrom(...'丁王李张欧阳阿沛强希一明国中𠮷')
  const name = fc.array(letter, { minLength: 2, maxLength: 4 }).map(letters => letters.join(''))

  it('is a permutation, independent of the order of input', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { maxLength: 12 }),
        fc.constantFrom('familyName', 'fullName'),
        async (names, rule) => {
          const options = { rule, strokes: { 𠮷: '121251' } } as const
          const once = await order(names, options)
          expect([...once].sort()).toEqual([...names].sort())
          expect(await order([...names].reverse(), options)).toEqual(once)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('agrees on every pair with the order of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 3, maxLength: 6 }), async names => {
        const options = { strokes: { 𠮷: '121251' } }
        const whole = await order(names, options)
        for (let i = 1; i < whole.length; i += 1) {
          expect(await order([whole[i]!, whole[i - 1]!], options)).toEqual([whole[i - 1], whole[i]])
        }
      }),
      { numRuns: 50 },
    )
  })
})

/** A listed character without strokes on file, and one of another level that shares strokes with its neighbour. */
async function firstOpenCharacter(): Promise<{ character: string; low: string }> {
  const table = await loadStrokes()
  const level = table.level(3)
  const others = [...table.level(1), ...table.level(2)]
  for (let i = 1; i < level.length; i += 1) {
    const before = table.strokesOf(level[i - 1]!)
    if (table.strokesOf(level[i]!) || !before) continue
    const low = others.find(other => table.strokesOf(other) === before)
    if (low) return { character: level[i]!, low }
  }
  throw new Error('no such character')
}
