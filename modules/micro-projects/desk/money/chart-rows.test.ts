import { describe, expect, it } from 'vitest'
import { chartRows, everyMonth } from './chart-rows.ts'

const figures = {
  projects: 1,
  approved: 1,
  finished: 0,
  members: 1,
  signers: 1,
  households: 5,
  askedFen: 0,
  spentFen: 0,
}
const row = (villageId: number, approvedFen: number, paidFen: number) => ({
  ...{ ...figures, villageId, villageName: `${villageId}村`, approvedFen, paidFen },
})

describe('the chart of the year’s money', () => {
  it('shows the largest first, what was paid apart from what is still open', () => {
    expect(chartRows([row(1, 20_000, 20_000), row(2, 0, 0), row(3, 50_000, 45_050)])).toEqual([
      { label: '3村', paid: 450.5, open: 49.5 },
      { label: '1村', paid: 200, open: 0 },
    ])
  })

  it('keeps to as many villages as can be told apart, and never shows less than nothing', () => {
    const rows = Array.from({ length: 40 }, (_, n) => row(n, 10_000 + n, 30_000))
    expect(chartRows(rows)).toHaveLength(20)
    expect(chartRows(rows).every(({ open }) => open === 0)).toBe(true)
  })
})

describe('the chart of the months', () => {
  const month = (name: string) => ({ month: name, proposed: 1, approved: 0, finished: 0, paidFen: 0 })

  it('shows a pause as one, over the turn of a year too', () => {
    const months = everyMonth([month('2023-11'), month('2024-02')])
    expect(months.map(({ month, proposed }) => [month, proposed])).toEqual([
      ['2023-11', 1],
      ['2023-12', 0],
      ['2024-01', 0],
      ['2024-02', 1],
    ])
  })

  it('is empty where nothing happened', () => {
    expect(everyMonth([])).toEqual([])
  })
})
