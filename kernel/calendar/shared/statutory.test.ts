import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { movable, statutoryName } from './statutory.ts'

describe('statutory days of unannounced years', () => {
  it.each(Object.entries(movable))('of %s follow the lunar calendar and the solar terms', (year, days) => {
    const lunar = (day: string) => chineseDays.getSolarDateFromLunar(`${year}-${day}`).date
    const eve = Temporal.PlainDate.from(lunar('01-01')).subtract({ days: 1 }).toString()
    const clear = chineseDays.getSolarTerms(`${year}-04-01`, `${year}-04-10`)[0]!.date
    expect(days.map(day => `${year}-${day}`)).toEqual([eve, clear, lunar('05-05'), lunar('08-15')])
  })

  it('name four days of Spring Festival and leave ordinary days alone', () => {
    const days = ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-06-09', '2031-10-01', '2050-05-01']
    expect(days.map(statutoryName)).toEqual([undefined, '春节', '春节', undefined, '端午节', '国庆节', '劳动节'])
  })
})
