import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseCalendar, publicityPeriod } from '#kernel/calendar/shared/index.ts'
import {
  canonicalJson,
  type NoticeContent,
  newObjectionSchema,
  noticeContentSchema,
  noticeStatus,
  onlyRemoves,
  privacyFindings,
} from './index.ts'

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  )
}

describe('canonical JSON', () => {
  it('is the same in whatever order members were written, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value)
        expect(canonicalJson(shuffled(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('leaves absent members out and keeps Chinese as it is', () => {
    expect(canonicalJson({ b: '公示', a: undefined, c: ['𠮷', 1, true] })).toBe('{"b":"公示","c":["𠮷",1,true]}')
  })
})

const content = (names: string[], over: Partial<NoticeContent> = {}): NoticeContent => ({
  intro: '现公示如下。',
  sections: [{ heading: '标兵', items: names.map(name => ({ key: name, name, unit: '甲县' })) }],
  objection: { office: '办公室', phone: '000-0000000' },
  ...over,
})

describe('a version that only takes names away', () => {
  it('is one whose names all stood, word for word, in the version before', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (names, at) => {
          const fewer = names.filter((_, place) => place !== at % names.length)
          expect(onlyRemoves(content(names), content(fewer))).toBe(true)
          expect(onlyRemoves(content(fewer), content(names))).toBe(false)
        },
      ),
    )
  })

  it.each([
    ['nothing changed', content(['甲', '乙'])],
    ['a name changed', content(['甲', '丙'])],
    ['one went and another came', content(['甲', '丁'])],
    ['the text changed as well', content(['甲'], { intro: '改了。' })],
    [
      'the category changed',
      content([], { sections: [{ heading: '能手', items: content(['甲']).sections[0]!.items }] }),
    ],
  ])('is none where %s', (_, after) => {
    expect(onlyRemoves(content(['甲', '乙']), after)).toBe(false)
  })
})

describe('where a notice stands', () => {
  const period = publicityPeriod(baseCalendar, { publishedOn: '2021-12-31', workdays: 3 })
  const on = (today: string) => noticeStatus({ state: 'issued', workdays: 3, period }, today)

  it('follows the counted days', () => {
    expect(['2021-12-31', '2022-01-03', '2022-01-04', '2022-01-06', '2022-01-07'].map(day => on(day).label)).toEqual([
      '公示中，尚未起算',
      '公示中，尚未起算',
      '公示中，第1个工作日，共3个',
      '公示中，第3个工作日，共3个',
      '公示期满',
    ])
  })

  it('is the state’s where it is not issued, and has no days without a period', () => {
    const labels = (['draft', 'superseded', 'withdrawn', 'issued'] as const).map(
      state => noticeStatus({ state, workdays: 0, period: null }, '2022-01-01').label,
    )
    expect(labels).toEqual(['未发布', '已由新版本替代', '已撤回', '已发布'])
  })
})

describe('what must not be public', () => {
  it.each(['身份证11010519491231002X', '联系13812345678', '１１０１０５１９４９１２３１００２Ｘ'])(
    'is found in %s',
    text => {
      expect(privacyFindings('公示', content([], { intro: text }))).toHaveLength(1)
    },
  )

  it.each(['电话0371-65901305', '文号〔2021〕32号', '投入13812345元', '编号410305194912310021234'])(
    'is not seen in %s',
    text => {
      expect(privacyFindings('公示', content([], { intro: text }))).toEqual([])
    },
  )
})

it('takes a mobile number, one with an area code, and a short local one', () => {
  const accepted = ['13812345678', '0371-65901305', '65901305', '12345', 'abc'].map(
    phone => newObjectionSchema.safeParse({ anonymous: false, name: '郑', phone, words: '情况' }).success,
  )
  expect(accepted).toEqual([true, true, true, false, false])
})

it('writes names in one Unicode form, so that the same list has the same checksum', () => {
  const decomposed = noticeContentSchema.parse(content(['é'.normalize('NFD')]))
  expect(decomposed.sections[0]!.items[0]!.name).toBe('é'.normalize('NFC'))
})

it.each([
  ['/micro/projects/AB12CD34', true],
  ['//elsewhere.example/a', false],
  ['https://elsewhere.example', false],
  ['javascript:alert(1)', false],
])('leads on to a page of this site alone: %s', (href, taken) => {
  const more = { label: '项目页面', href }
  expect(noticeContentSchema.safeParse(content(['丁薇'], { more })).success).toBe(taken)
})

it('lets no period run on when a picture was changed beside a name taken away', () => {
  const pictured = (names: string[], hash: string) => {
    const { sections, ...rest } = content(names)
    return { ...rest, sections: [{ ...sections[0]!, pictures: [{ hash, caption: '完成后', width: 4, height: 3 }] }] }
  }
  const [before, same, other] = [
    pictured(['丁薇', '王芳'], 'a'.repeat(64)),
    pictured(['丁薇'], 'a'.repeat(64)),
    pictured(['丁薇'], 'b'.repeat(64)),
  ]
  expect([onlyRemoves(before, same), onlyRemoves(before, other)]).toEqual([true, false])
})
