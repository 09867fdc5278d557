import { describe, expect, it } from 'vitest'
import { chartRows, chartWords } from './chart-rows.ts'

const part = {
  category: 'team',
  categoryName: '团队',
  unitClass: 'county',
  className: '县区',
  draft: 2,
  handedIn: 5,
  returned: 1,
}

describe('the chart of places', () => {
  it('shows what is handed in, returned, in draft and open', () => {
    expect(chartRows([{ ...part, places: 12 }])).toEqual([{ label: '团队 · 县区', 已报: 5, 退回: 1, 草稿: 2, 空缺: 4 }])
  })

  it('has no open part where places are unlimited, and says so', () => {
    expect(chartRows([{ ...part, places: null }])[0]!.空缺).toBe(0)
    expect(chartWords([{ ...part, places: null }])).toBe('团队已报5个（名额不限）。')
  })

  it('adds the classes of a category up in words', () => {
    expect(
      chartWords([
        { ...part, places: 12 },
        { ...part, unitClass: 'organ', places: 3 },
      ]),
    ).toBe('团队已报10个（名额15个）。')
  })
})
