import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkdays, baseCalendar, isWorkday, shift } from '#kernel/calendar/shared/index.ts'
import { many, nominationOf, noticeOf, unitOf } from './cases/sample.ts'
import { type Facts, type NominationFacts, rules, shareOf } from './index.ts'

const on = (today: string): Facts => ({
  clock: { now: `${today}T10:00:00+08:00`, today, calendar: baseCalendar },
  deadlines: {},
  departments: {},
  materialNames: {},
  settings: {},
})
const frame = on('2021-12-28')
const breaks = (name: string, facts: Partial<Facts>, params: unknown = {}) => {
  const rule = rules[name]!
  return rule.check({ ...frame, ...facts }, rule.params.parse(params))
}
const count = fc.integer({ min: 0, max: 40 })
const day = fc.integer({ min: 0, max: 5000 }).map(days => shift('2010-01-04', days))

describe('quota', () => {
  it('is broken exactly when more take a place than it gives, by as many as there are too many', () => {
    fc.assert(
      fc.property(count, count, count, fc.boolean(), (own, automatic, max, countsAuto) => {
        const nominations = many(own + automatic, n => ({ origin: n < own ? 'unit' : 'auto' }))
        const quotas = [{ category: 'member', categoryName: '标兵', min: 0, max, countsAuto }]
        const taken = own + (countsAuto ? automatic : 0)
        const found = breaks('quotaPerUnitClass', { unit: unitOf({ nominations, quotas }) })
        expect(found.map(({ values }) => values!.k)).toEqual(taken > max ? [taken - max] : [])
      }),
    )
  })

  it('that has no limit is never broken', () => {
    fc.assert(
      fc.property(count, own => {
        const quotas = [{ category: 'member', categoryName: '标兵', min: 0, max: null, countsAuto: true }]
        expect(breaks('quotaPerUnitClass', { unit: unitOf({ nominations: many(own), quotas }) })).toEqual([])
      }),
    )
  })
})

describe('a share', () => {
  it('of a whole is rounded up, never down (2→1, 6→2, 7→3, 10→3, 150→45 at 30%)', () => {
    expect([0, 1, 2, 6, 7, 10, 150].map(total => shareOf(total, 30))).toEqual([0, 1, 1, 2, 3, 3, 45])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 100 }), (total, share) => {
        const least = shareOf(total, share)
        expect(least * 100 >= share * total).toBe(true)
        expect((least - 1) * 100 < share * total).toBe(true)
      }),
    )
  })

  it('says how many are still wanted: with so many more it is met, with one fewer it is not', () => {
    const list = (total: number, k: number) => many(total, n => ({ answers: { post: n < k ? '一线' : '机关' } }))
    const params = { field: 'post', values: ['一线'], percent: 30 }
    const short = (nominations: NominationFacts[]) => breaks('shareAtLeast', { unit: unitOf({ nominations }) }, params)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), count, (total, k) => {
        fc.pre(k <= total)
        const m = Number(short(list(total, k))[0]?.values?.m ?? 0)
        expect(short(list(total, k + m))).toEqual([])
        if (m > 0) expect(short(list(total, k + m - 1))).toHaveLength(1)
      }),
    )
  })

  it('may not be above its limit and at it is kept', () => {
    const params = { field: 'post', values: ['机关'], percent: 20 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), count, (total, k) => {
        fc.pre(k <= total)
        const nominations = many(total, n => ({ answers: { post: n < k ? '机关' : '一线' } }))
        const found = breaks('shareAtMost', { unit: unitOf({ nominations }) }, params)
        expect(found.length > 0).toBe(k * 5 > total)
      }),
    )
  })
})

describe('a ranking', () => {
  const ranked = (ranks: (number | undefined)[]) =>
    breaks('rankIsPermutation', { unit: unitOf({ nominations: ranks.map(rank => nominationOf({ rank })) }) })
  const permutation = fc.integer({ min: 0, max: 30 }).chain(n =>
    fc.shuffledSubarray(
      [...Array(n).keys()].map(k => k + 1),
      { minLength: n },
    ),
  )

  it('is kept by every permutation of 1 to n', () => {
    fc.assert(
      fc.property(permutation, ranks => {
        expect(ranked(ranks)).toEqual([])
      }),
    )
  })

  it('is broken by any other number in one place, and by none', () => {
    fc.assert(
      fc.property(permutation, fc.nat(), fc.integer({ min: -3, max: 40 }), (ranks, at, other) => {
        fc.pre(ranks.length > 0 && ranks[at % ranks.length] !== other)
        expect(ranked(ranks.with(at % ranks.length, other))).toHaveLength(1)
        expect(ranked((ranks as (number | undefined)[]).with(at % ranks.length, undefined))).toHaveLength(1)
      }),
    )
  })
})

describe('a résumé', () => {
  const month = (n: number) => `${2000 + Math.floor(n / 12)}.${String((n % 12) + 1).padStart(2, '0')}`

  it('has a hole exactly where two rows lie two months or more apart', () => {
    const rows = fc.array(fc.record({ length: count, pause: fc.integer({ min: 0, max: 6 }) }), { minLength: 1 })
    fc.assert(
      fc.property(rows, spans => {
        let at = 0
        const resume = spans.map(({ length, pause }) => {
          const start = at + pause
          at = start + length
          return { start: month(start), end: month(at), unit: '某局', post: '科员' }
        })
        const found = breaks(
          'noGapInResume',
          { nomination: nominationOf({ answers: { resume } }) },
          { field: 'resume' },
        )
        const holes = spans.slice(1).filter(({ pause }) => pause >= 2)
        expect(found.map(({ values }) => values!.n)).toEqual(holes.map(({ pause }) => pause - 1))
      }),
    )
  })
})

describe('a public notice', () => {
  it('is long enough from the day after its last working day on, and not before', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 10 }), (publishedOn, workdays) => {
        const last = addWorkdays(baseCalendar, publishedOn, workdays).date
        const nomination = nominationOf({ notices: [noticeOf({ publishedOn })] })
        const found = (today: string) => breaks('publicityLasted', { ...on(today), nomination }, { workdays })
        expect(isWorkday(baseCalendar, last)).toBe(true)
        expect(found(last)).toMatchObject([{ values: { n: workdays - 1 } }])
        expect(found(shift(last, 1))).toEqual([])
      }),
    )
  })

  it('says that its end is an estimate where the holidays of the year are not announced', () => {
    const nomination = nominationOf({ notices: [noticeOf({ publishedOn: '2031-03-03' })] })
    const found = breaks('publicityLasted', { ...on('2031-03-04'), nomination }, { workdays: 3 })
    expect(found.map(({ values }) => values!.日期)).toEqual(['2031年3月7日（预估）'])
  })

  it('comes before the meeting that decides on its names', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5, max: 30 }), (publishedOn, later) => {
        const heldOn = shift(publishedOn, later)
        const last = addWorkdays(baseCalendar, publishedOn, 5).date
        const unit = unitOf({
          notices: [noticeOf({ publishedOn })],
          meeting: { body: '党委', heldOn, attendees: 9 },
        })
        expect(breaks('metAfterPublicity', { unit }, { workdays: 5 }).length > 0).toBe(heldOn <= last)
      }),
    )
  })
})

describe('dates of seals', () => {
  it('are in order exactly when none goes back and none lies ahead', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), day, (dates, today) => {
        const seals = dates.map((sealedOn, n) => ({ cell: `s${n}`, label: `第${n}栏`, sealedOn }))
        const names = ['none', ...seals.map(({ cell }) => cell)]
        const found = breaks(
          'sealDatesInOrder',
          { ...on(today), nomination: nominationOf({ seals }) },
          { seals: names },
        )
        const sorted = [...dates].sort()
        const ordered = dates.every((date, n) => date === sorted[n] && date <= today)
        expect(found.length === 0).toBe(ordered)
      }),
    )
  })
})
