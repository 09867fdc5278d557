import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import holidayCn from './holiday-cn.json' with { type: 'json' }
import { baseCalendar, baseNotices, datesIn } from './index.ts'

const chineseDays: Record<'holidays' | 'workdays', Record<string, string>> = createRequire(import.meta.url)(
  'chinese-days/dist/chinese-days.json',
)

/** One line for each fact: `2021-01-01` a day off, `+2021-02-07` a make-up workday. */
const ours = [...Object.keys(baseCalendar.off), ...Object.keys(baseCalendar.makeup).map(date => `+${date}`)]
const theirs = [...Object.keys(chineseDays.holidays), ...Object.keys(chineseDays.workdays).map(date => `+${date}`)]
const others = holidayCn.days
  .flatMap(line => line.split(' '))
  .map(day => day.replace(/(\d\d)(\d\d)(\d\d)/, '20$1-$2-$3'))

const only = (a: readonly string[], b: readonly string[]) => a.filter(fact => !b.includes(fact)).sort()

describe('the base calendar', () => {
  it('agrees with chinese-days but for weekends within a holiday, where the notice’s own words decide', () => {
    // 2011 “6月4日至6日放假公休”, 2012 “6月22日至24日放假公休”, 2015 “9月3日至5日调休放假”: the weekend is part of it.
    expect(only(ours, theirs)).toEqual(['2011-06-05', '2012-06-23', '2015-09-05'])
    // 2014 “4月5日放假，4月7日（星期一）补休”, 2019 “…放假，与周末连休”: the weekend is named beside it.
    expect(only(theirs, ours)).toEqual([
      '2014-04-06',
      '2019-04-06',
      '2019-04-07',
      '2019-06-08',
      '2019-06-09',
      '2019-09-14',
      '2019-09-15',
    ])
  })

  it('agrees with holiday-cn for 2007–2026 but for one ordinary Monday', () => {
    // 2020-01-27 “2月3日（星期一）起正常上班”: back to normal after the extension, no make-up workday.
    expect(only(others, ours)).toEqual(['+2020-02-03'])
    expect(
      only(
        ours.filter(fact => !/^\+?200[456]/.test(fact)),
        others,
      ),
    ).toEqual([])
  })

  it('works on no day by which the sources differ', () => {
    const differing = ['2011-06-05', '2012-06-23', '2014-04-06', '2015-09-05', '2019-04-06', '2019-06-09', '2019-09-14']
    expect(differing.map(date => Temporal.PlainDate.from(date).dayOfWeek > 5)).toEqual(differing.map(() => true))
    expect(Temporal.PlainDate.from('2020-02-03').dayOfWeek).toBe(1)
  })

  it('knows 2004–2026, makes up only on rest days, and has no day both off and worked', () => {
    expect(baseCalendar.years).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i))
    const makeup = Object.keys(baseCalendar.makeup)
    expect(makeup.filter(date => Temporal.PlainDate.from(date).dayOfWeek < 6)).toEqual([])
    expect(makeup.filter(date => baseCalendar.off[date])).toEqual([])
  })

  it('names its sources from 2007 on and is small enough for a phone', () => {
    expect(baseNotices.filter(notice => notice.year > 2006 && notice.sources.length === 0)).toEqual([])
    expect(JSON.stringify(baseNotices).length).toBeLessThan(20_000)
    expect(baseNotices[17]!.holidays[0]!.off.flatMap(datesIn)).toEqual(['2021-01-01', '2021-01-02', '2021-01-03'])
  })
})
