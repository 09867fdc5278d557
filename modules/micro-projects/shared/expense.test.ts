import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedProgrammes } from '../programme/shipped.ts'
import { yuan } from './brief.ts'
import { lineFindings, parseYuan, sumFen } from './expense.ts'

const hehua = shippedProgrammes().find(({ id }) => id === 'hehua-2023')!
const line = (kind: string, item: string) => ({ kind, item, fen: 100 })

describe('a line', () => {
  it.each(['水泥', '小工具（铁锹、铲子）', '人工草皮', '运输沙石的费用'])('%s among the materials is fine', item => {
    expect(lineFindings(hehua, [line('material', item)])).toEqual([])
  })

  it.each([
    ['gift', '“gift”不在专项经费支出范围。', 'R004-05'],
    ['', '“未选类别”不在专项经费支出范围。', 'R004-05'],
    ['wage', '劳务工资不得在专项经费中列支，用工应组织党员群众无偿服务。', 'R004-06'],
    ['allowance', '专项经费不得用于发放补助慰问、组织外出学习。', 'R004-08'],
    ['trip', '专项经费不得用于发放补助慰问、组织外出学习。', 'R004-08'],
  ])('of the kind “%s” is stopped', (kind, message, rule) => {
    expect(lineFindings(hehua, [line('material', '沙'), line(kind, '某物')])).toEqual([
      { path: 'lines.1.kind', severity: 'block', message, rule },
    ])
  })

  it.each(['砌墙人工费', '人 工 费', '人\u3000工', '人·工', '人\u200b工费', '水泥及工－资', '小工具和小工两天'])(
    'with a wage hidden as “%s” is stopped and named',
    item => {
      const [finding, ...more] = lineFindings(hehua, [line('material', item)])
      expect(more).toEqual([])
      expect(finding).toMatchObject({ path: 'lines.0.item', severity: 'block', rule: 'R004-06' })
      expect(finding!.message).toContain(item)
    },
  )

  it('that looks like a gift is warned of', () => {
    expect(lineFindings(hehua, [line('material', '慰问困难户大米')], 'expenses')).toEqual([
      {
        path: 'expenses.0.item',
        severity: 'warning',
        message: '“慰问困难户大米”中的“慰问”看起来是补助慰问。专项经费不得用于发放补助慰问、组织外出学习。',
        rule: 'R004-08',
      },
    ])
  })
})

describe('money', () => {
  it.each([
    ['1,234.5', 123450],
    ['1234.05', 123405],
    ['１２００元', 120000],
    ['¥ 200', 20000],
    ['1，234', 123400],
    ['0.01', 1],
    ['1,234,567.89', 123456789],
  ])('reads %s', (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen)
  })

  it.each(['1.234', '-1', '+1', '1e3', '', '元', '1,23', '1234,567', ',5', '.5', '5.', '0x10', '一百', 'NaN', '1.2.3'])(
    'refuses “%s”',
    typed => {
      expect(parseYuan(typed)).toBeUndefined()
    },
  )

  it('is read back as it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fen => parseYuan(yuan(fen)) === fen))
  })

  it('adds up to the fen in any order, where yuan as fractions would not', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000_000 }), { maxLength: 30 }), amounts => {
        const lines = amounts.map(fen => ({ fen }))
        const exact = amounts.reduce((sum, fen) => sum + BigInt(fen), 0n)
        expect(BigInt(sumFen(lines))).toBe(exact)
        expect(sumFen(lines.toReversed())).toBe(sumFen(lines))
      }),
    )
  })
})
