import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedProgrammes } from '../programme/shipped.ts'
import { yuan } from './brief.ts'
import { lineFindings, parseYuan, sumFen } from './expense.ts'

const hehua = shippedProgrammes().find(({ id }) => id === 'hehua-2023')!
const line = (kind: string, item: string) => ({ kind, item, fen: 100 })

describe('a line', () => {
  it.each([
    ...[
      '水泥',
      '小工具（铁锹、铲子）',
      '人工草皮',
      '运输沙石的费用',
      '工具',
      '工字钢',
      '大工字钢',
      '手工砖',
      '工业盐',
      '化工桶',
    ],
    ...[
      '施工警示带',
      '竣工标识牌',
      '竣工资料袋',
      '木工板',
      '电工胶布',
      '瓦工铲',
      '工作手套',
      '加工好的石板',
      '挖机租用',
      '人力手推车',
    ],
    ...['施工日志本', '统一工作服', '申请人公示牌', '折叠工兵铲', '工人安全帽', '薪柴', '一工区围挡', '重点工程标牌'],
  ])('%s among the materials is fine', item => {
    expect(lineFindings(hehua, [line('material', item)])).toEqual([])
  })

  it.each(['10包', '3.5吨', '2个', '30米', '12工字钢', '两套工具', '300元', '1批'])('%s is a quantity', quantity => {
    expect(lineFindings(hehua, [{ ...line('material', '水泥'), quantity }])).toEqual([])
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

  const wages = [
    ...[
      '砌墙人工费',
      '人 工 费',
      '人\u3000工',
      '人·工',
      '人\u200b工费',
      '水泥及工－资',
      '小工具和小工两天',
      '雇工2天',
      '手工费',
    ],
    ...[
      '请瓦工师傅3天',
      '工费',
      '铺路工时费',
      '大工两个',
      '零工',
      '用工',
      '技工费',
      '薪酬',
      '劳动报酬',
      '辛苦费',
      '误餐费',
      '人力费',
    ],
    ...[
      '挖机台班',
      '出工费',
      '泥工',
      '日工',
      '辅工',
      '工 钱',
      '木工板和木工',
      '铺路3个工',
      '砌墙10工',
      '水泥（含工人工资）',
      '电工王某',
    ],
  ]
  it.each(wages)('with a wage hidden as “%s” is stopped and named', item => {
    const [finding, ...more] = lineFindings(hehua, [line('material', item)])
    expect(more).toEqual([])
    expect(finding).toMatchObject({ path: 'lines.0.item', severity: 'block', rule: 'R004-06' })
    expect(finding!.message).toContain(item)
  })

  it.each(['含人工费200元', '3工日', '2个工', '2 工', '３工', '大工2名', '5人天'])(
    'with a wage in its quantity “%s” is stopped there',
    quantity => {
      const found = lineFindings(hehua, [{ ...line('material', '水泥'), quantity }])
      expect(found).toMatchObject([{ path: 'lines.0.quantity', severity: 'block', rule: 'R004-06' }])
    },
  )

  it.each([
    ['路灯安装费', '1项'],
    ['石板加工费', '1批'],
    ['沙石运输含装卸', '2车'],
    ['挖机和司机', '1台'],
    ['铺路', '3天'],
    ['搬砖', '2人'],
  ])('that may hold a wage, as “%s, %s”, is asked about', (item, quantity) => {
    const found = lineFindings(hehua, [{ ...line('material', item), quantity }])
    expect(found).toMatchObject([{ severity: 'warning', rule: 'R004-06' }])
    expect(found[0]!.message).toContain('可能是劳务工资，请核对')
  })

  it('of a machine hired by the day is fine', () => {
    expect(lineFindings(hehua, [{ ...line('tool', '租用搅拌机'), quantity: '3天' }])).toEqual([])
  })

  it('of a running programme from before the longer lists is still looked at', () => {
    const { trades, goods, units, doubtful, doubtfulUnits, hired, ...wage } = hehua.expenseKinds[2]!
    const old = { expenseKinds: [hehua.expenseKinds[0]!, wage] }
    expect(lineFindings(old, [line('material', '人工费'), line('material', '瓦工铲')])).toHaveLength(1)
  })

  const things = [
    '水泥',
    '沙',
    '红砖',
    '路灯',
    '钢筋',
    '木板',
    '树苗',
    '工具',
    '油漆',
    'PVC管',
    '电线',
    '石板',
    '警示牌',
  ]
  it('made up of things and quantities is fine', () => {
    const name = fc.array(fc.constantFrom(...things, '和', '（大号）', '、', '各式'), { minLength: 1, maxLength: 6 })
    const quantity = fc.tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('包', '吨', '块', '根', '盏', '米', '个', '套'),
    )
    fc.assert(
      fc.property(name, quantity, (words, [many, unit]) => {
        const made = { kind: 'material', item: words.join(''), quantity: `${many}${unit}`, fen: 1 }
        expect(lineFindings(hehua, [made])).toEqual([])
      }),
    )
  })

  it('made up of things with a wage among them is stopped, whatever stands between its letters', () => {
    const between = fc.constantFrom('', ' ', '\u3000', '·', '-', '\u200b', '（')
    fc.assert(
      fc.property(
        fc.constantFrom(...things),
        fc.constantFrom('人工费', '工资', '劳务', '瓦工师傅', '雇工', '报酬', '台班', '辛苦费'),
        fc.array(between, { minLength: 8, maxLength: 8 }),
        (thing, wage, signs) => {
          const hidden = [...wage].map((letter, at) => letter + signs[at]).join('')
          const [first] = lineFindings(hehua, [line('material', thing + hidden)])
          expect(first).toMatchObject({ severity: 'block', rule: 'R004-06' })
        },
      ),
    )
  })

  it.each(['礼品', '烟酒', '慰问品', '工作餐', '购物卡'])('with a gift, as “%s”, is warned of', item => {
    expect(lineFindings(hehua, [line('material', item)])).toMatchObject([{ severity: 'warning', rule: 'R004-08' }])
  })

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
