import { describe, expect, it } from 'vitest'
import { baseCalendar, deadline } from './index.ts'

describe('a fixed due date', () => {
  it('includes the whole day', () => {
    expect(deadline(baseCalendar, '2021-12-30')).toEqual({
      date: '2021-12-30',
      endsAt: '2021-12-30T23:59:59.999+08:00',
      isRestDay: false,
      provisional: false,
    })
  })

  it.each(['2017-04-15', '2017-04-30', '2022-01-03'])('does not move from the rest day %s, but warns (D-03)', date => {
    expect(deadline(baseCalendar, date)).toEqual({
      date,
      endsAt: `${date}T23:59:59.999+08:00`,
      isRestDay: true,
      warning: '截止日为休息日，请提前报送。',
      provisional: false,
    })
  })

  it('in an unannounced year says so', () => {
    expect(deadline(baseCalendar, '2027-03-25')).toMatchObject({
      isRestDay: false,
      warning: '2027年放假安排尚未发布，日期为预估。',
      provisional: true,
    })
  })
})
