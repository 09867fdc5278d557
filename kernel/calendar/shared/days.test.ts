import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkdays, baseCalendar, dayOf, isWorkday, shift, workdaysBetween } from './index.ts'

const working = (...dates: string[]) => dates.map(date => isWorkday(baseCalendar, date))

describe('days', () => {
  it('are worked or not as the notices of 2017–2026 say', () => {
    const worked = ['2021-12-31', '2022-01-04', '2022-01-29', '2022-01-30', '2017-04-01', '2023-10-07', '2023-10-08']
    expect(working(...worked, '2025-09-28', '2026-02-14', '2026-10-10').every(Boolean)).toBe(true)
    const off = ['2022-01-01', '2022-01-02', '2022-01-03', '2017-04-02', '2017-04-03', '2017-04-04', '2017-05-01']
    expect(working(...off, '2026-02-23').some(Boolean)).toBe(false)
  })

  it('say what they are', () => {
    const days = ['2026-02-13', '2026-02-14', '2026-02-16', '2026-03-01'].map(date => dayOf(baseCalendar, date))
    expect(days).toEqual([
      { date: '2026-02-13', weekday: 5, working: true, kind: 'workday', provisional: false },
      { date: '2026-02-14', weekday: 6, working: true, kind: 'makeup', name: '春节', provisional: false },
      { date: '2026-02-16', weekday: 1, working: false, kind: 'holiday', name: '春节', provisional: false },
      { date: '2026-03-01', weekday: 7, working: false, kind: 'weekend', provisional: false },
    ])
  })

  it('of an unannounced year are provisional, and statutory holidays are no working days', () => {
    expect(dayOf(baseCalendar, '2027-01-01')).toEqual({
      date: '2027-01-01',
      weekday: 5,
      working: false,
      kind: 'holiday',
      name: '元旦',
      provisional: true,
    })
    expect(dayOf(baseCalendar, '2003-12-26').provisional).toBe(true)
  })

  it('at the end of December wait for the next year, as 2018-12-31 did', () => {
    expect(dayOf(baseCalendar, '2018-12-31')).toMatchObject({ kind: 'holiday', name: '元旦', provisional: false })
    expect(['2026-12-28', '2026-12-29', '2026-12-31'].map(date => dayOf(baseCalendar, date).provisional)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('no notice on file reaches further back into December than the 29th', () => {
    const facts = [...Object.keys(baseCalendar.off), ...Object.keys(baseCalendar.makeup)]
    const december = facts.filter(date => date.slice(5, 7) === '12').map(date => date.slice(5))
    expect(december.sort()[0]).toBe('12-29')
  })

  it('refuse what is no date', () => {
    expect(() => dayOf(baseCalendar, '2026-02-30')).toThrow(RangeError)
    expect(() => addWorkdays(baseCalendar, '2026-02-10', 1.5)).toThrow('工作日数应为整数。')
  })
})

describe('counting working days', () => {
  it.each([
    ['2017-03-31', 5, '2017-04-10'],
    ['2023-09-28', 5, '2023-10-11'],
    ['2021-12-31', 3, '2022-01-06'],
    ['2022-01-06', -3, '2021-12-31'],
    ['2022-01-02', 0, '2022-01-02'],
  ])('from %s by %i gives %s', (date, workdays, expected) => {
    expect(addWorkdays(baseCalendar, date, workdays)).toEqual({ date: expected, provisional: false })
  })

  it('into an unannounced year is provisional', () => {
    expect(addWorkdays(baseCalendar, '2026-12-25', 5)).toEqual({ date: '2027-01-04', provisional: true })
    expect(workdaysBetween(baseCalendar, '2026-12-25', '2027-01-04')).toEqual({ workdays: 5, provisional: true })
  })
})

describe('for any announced day', () => {
  const date = fc.integer({ min: 0, max: 8200 }).map(days => shift('2004-01-02', days))
  const workdays = fc.integer({ min: 1, max: 60 })

  it('adding working days lands on the working day that many away, and back', () => {
    fc.assert(
      fc.property(date, workdays, (from, count) => {
        const { date: to } = addWorkdays(baseCalendar, from, count)
        expect(isWorkday(baseCalendar, to)).toBe(true)
        expect(workdaysBetween(baseCalendar, from, to).workdays).toBe(count)
        if (isWorkday(baseCalendar, from)) expect(addWorkdays(baseCalendar, to, -count).date).toBe(from)
      }),
    )
  })

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(date, workdays, workdays, (from, first, second) => {
        const there = addWorkdays(baseCalendar, addWorkdays(baseCalendar, from, first).date, second)
        expect(there).toEqual(addWorkdays(baseCalendar, from, first + second))
      }),
    )
  })

  it('counting backwards mirrors counting forwards', () => {
    fc.assert(
      fc.property(date, workdays, (from, count) => {
        const { date: to } = addWorkdays(baseCalendar, from, -count)
        expect(workdaysBetween(baseCalendar, from, to).workdays).toBe(-count)
      }),
    )
  })
})
