import { describe, expect, it } from 'vitest'
import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { rehearsalText, rehearse } from '../index.ts'
import { examplePlan, shippedPlan } from '../testing/example.ts'
import { table, width } from './table.ts'

describe('the rehearsal in words', () => {
  it('shows each counted day and why others do not count', () => {
    const plan = shippedPlan('jiaozuo-2017')
    const text = rehearsalText(plan, rehearse(plan, baseCalendar, { publishOn: { 'unit-publicity': '2017-03-31' } }))
    expect(text).toContain('最迟2017年4月9日发布；该日为休息日，实际最迟2017年4月7日。')
    expect(text).toContain('4月1日（周六）调休上班，计第1天')
    expect(text).toContain('4月4日（周二）清明节放假')
    expect(text).toContain('2017年4月15日（休息日）')
  })

  it('lines columns up by the width of Chinese characters', () => {
    expect(width('公示A')).toBe(5)
    expect(
      table(
        ['环节', 'n'],
        [
          ['公示', '1'],
          ['ab', '22'],
        ],
      ),
    ).toBe('环节  n\n────  ──\n公示  1\nab    22')
  })

  it('says nothing is wrong with the made-up plan but what is tight or open', () => {
    const { remarks } = rehearse(examplePlan(), baseCalendar)
    expect(remarks.map(({ code }) => code)).toEqual(['tight-stage', 'tight-publicity', 'open-units'])
  })
})
