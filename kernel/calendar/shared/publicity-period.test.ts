import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseCalendar, describePeriod, isWorkday, latestPublishDate, publicityPeriod, shift } from './index.ts'

const period = (publishedOn: string, workdays: number, countPublishDay?: boolean) =>
  publicityPeriod(baseCalendar, { publishedOn, workdays, ...(countPublishDay !== undefined && { countPublishDay }) })

describe('a publicity period', () => {
  it.each([
    ['2017-03-31', 5, ['2017-04-01', '2017-04-05', '2017-04-06', '2017-04-07', '2017-04-10']],
    ['2023-09-28', 5, ['2023-10-07', '2023-10-08', '2023-10-09', '2023-10-10', '2023-10-11']],
    ['2021-12-31', 3, ['2022-01-04', '2022-01-05', '2022-01-06']],
  ])('published on %s for %i working days counts the right days (D-06)', (publishedOn, workdays, counted) => {
    const { days, lastDay, mayProceedOn, provisional } = period(publishedOn, workdays)
    expect(days.filter(day => day.counted).map(day => day.date)).toEqual(counted)
    expect({ lastDay, mayProceedOn, provisional }).toEqual({
      lastDay: counted.at(-1),
      mayProceedOn: shift(counted.at(-1)!, 1),
      provisional: false,
    })
  })

  it('explains every day', () => {
    expect(period('2017-03-31', 5).days.map(day => [day.date, day.counted, day.why])).toEqual([
      ['2017-03-31', null, '发布当日不计入'],
      ['2017-04-01', 1, '调休上班，计第1天'],
      ['2017-04-02', null, '清明节放假'],
      ['2017-04-03', null, '清明节放假'],
      ['2017-04-04', null, '清明节放假'],
      ['2017-04-05', 2, '计第2天'],
      ['2017-04-06', 3, '计第3天'],
      ['2017-04-07', 4, '计第4天'],
      ['2017-04-08', null, '周末'],
      ['2017-04-09', null, '周末'],
      ['2017-04-10', 5, '计第5天'],
      ['2017-04-11', null, '公示期已满'],
    ])
  })

  it('explains itself in a sentence, by the law of its time', () => {
    expect(period('2021-12-31', 3).note).toBe(
      '发布当日不计入（民法典第二百零一条）；元旦放假不计入；期满时间为1月6日24时。',
    )
    expect(period('2017-03-31', 5).note).toBe(
      '发布当日不计入（民法通则第一百五十四条）；清明节放假不计入；4月1日调休上班，计入；期满时间为4月10日24时。',
    )
    expect(describePeriod(period('2021-12-31', 3))).toBe('公示期为2021年12月31日至2022年1月6日，共3个工作日。')
  })

  it('counts the day of publication where the plan says so, if it is a working day', () => {
    expect(period('2021-12-31', 3, true)).toMatchObject({ lastDay: '2022-01-05' })
    expect(period('2022-01-01', 3, true)).toMatchObject({ lastDay: '2022-01-06' })
  })

  it('in an unannounced year says that it is an estimate', () => {
    const { provisional, note } = period('2026-12-25', 5)
    expect(provisional).toBe(true)
    expect(note).toContain('2027年放假安排尚未发布，日期为预估。')
  })

  it.each([0, -1, 2.5, 367])('refuses %d working days', workdays => {
    expect(() => period('2021-12-31', workdays)).toThrow('公示工作日数应为1至366之间的整数。')
  })
})

describe('the latest day to publish', () => {
  it.each([
    ['2021-12-30', 3, false, '2021-12-26', '2021-12-24'],
    ['2021-12-30', 3, true, '2021-12-27', '2021-12-27'],
    ['2021-12-20', 3, false, '2021-12-14', '2021-12-14'],
    ['2017-04-15', 5, false, '2017-04-09', '2017-04-07'],
  ])('before %s with %i working days (publish day counts: %s) is %s, in practice %s (D-07)', (...vector) => {
    const [mustEndBy, workdays, countPublishDay, date, workday] = vector
    const latest = latestPublishDate(baseCalendar, { mustEndBy, workdays, countPublishDay })
    expect(latest).toEqual({ date, workday, provisional: false })
  })
})

describe('any publicity period', () => {
  const published = fc.integer({ min: 0, max: 8100 }).map(days => shift('2004-01-02', days))
  const request = fc.record({
    publishedOn: published,
    workdays: fc.integer({ min: 1, max: 20 }),
    countPublishDay: fc.boolean(),
  })

  it('is every civil day in a row, with exactly the required working days counted', () => {
    fc.assert(
      fc.property(request, asked => {
        const { days, lastDay, mayProceedOn } = publicityPeriod(baseCalendar, asked)
        expect(days.map(day => day.date)).toEqual(days.map((_, i) => shift(asked.publishedOn, i)))
        const counted = days.filter(day => day.counted !== null)
        expect(counted.map(day => day.counted)).toEqual(counted.map((_, i) => i + 1))
        expect(counted.length).toBe(asked.workdays)
        expect(counted.every(day => day.working)).toBe(true)
        expect([counted.at(-1)!.date, days.at(-1)!.date]).toEqual([lastDay, mayProceedOn])
      }),
    )
  })

  it('published on the latest day is over in time, and a day later is not', () => {
    fc.assert(
      fc.property(request, ({ publishedOn: mustEndBy, ...asked }) => {
        const { date, workday } = latestPublishDate(baseCalendar, { mustEndBy, ...asked })
        const endOf = (publishedOn: string) => publicityPeriod(baseCalendar, { publishedOn, ...asked }).mayProceedOn
        expect(endOf(date) <= mustEndBy).toBe(true)
        expect(endOf(shift(date, 1)) <= mustEndBy).toBe(false)
        expect(isWorkday(baseCalendar, workday) && workday <= date).toBe(true)
      }),
    )
  })
})
