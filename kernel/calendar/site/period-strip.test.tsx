import { describe, expect, it } from 'vitest'
import { baseCalendar, publicityPeriod } from '../shared/index.ts'
import { PeriodStrip } from './index.tsx'

describe('the period on a public page', () => {
  it('lists every day and says why', () => {
    const period = publicityPeriod(baseCalendar, { publishedOn: '2021-12-31', workdays: 3 })
    const html = String(<PeriodStrip period={period} today="2022-01-05" />)
    expect(html.match(/<li /g)?.length).toBe(8)
    expect(html).toContain('<time datetime="2022-01-05">5</time>')
    expect(html).toContain('aria-current="date"')
    expect(html).toContain('发布当日不计入（民法典第二百零一条）；元旦放假不计入；期满时间为1月6日24时。')
  })
})
