import { describe, expect, it } from 'vitest'
import { baseCalendar, publicityPeriod, stripOf } from './index.ts'

const strip = (publishedOn: string, workdays: number, today?: string) =>
  stripOf(publicityPeriod(baseCalendar, { publishedOn, workdays }), today).map(day =>
    [day.day, day.weekday, day.note, day.kind].join(' '),
  )

describe('the strip of a period', () => {
  it('says of each day what it is and whether it counts', () => {
    expect(strip('2021-12-31', 3, '2022-01-05')).toEqual([
      '31 周五 发布，不计 posted',
      '1 元旦 放假 off',
      '2 元旦 放假 off',
      '3 元旦 放假 off',
      '4 周二 第1天 counts',
      '5 今天 第2天 today',
      '6 周四 第3天 counts',
      '7 周五 期满 plain',
    ])
  })

  it('marks make-up workdays, and shortens names to fit', () => {
    expect(strip('2023-09-28', 1)).toContain('29 中秋国庆 放假 off')
    expect(strip('2023-09-28', 1)).toContain('7 周六 调休，第1天 counts')
    expect(strip('2026-02-13', 1)).toEqual([
      '13 周五 发布，不计 posted',
      '14 周六 调休，第1天 counts',
      '15 春节 期满 plain',
    ])
  })
})
