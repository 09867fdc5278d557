import type { moneyApi } from '../../shared/index.ts'

type Row = moneyApi.YearlyReport['rows'][number]

/** So many bars can be told apart on one picture; the table below has every village. */
const MOST = 20

export type ChartRow = { label: string; paid: number; open: number }

/** Villages with the most approved money, in yuan: what was paid, and what is approved and not yet paid. */
export const chartRows = (rows: readonly Row[]): ChartRow[] =>
  rows
    .filter(({ approvedFen }) => approvedFen > 0)
    .toSorted((a, b) => b.approvedFen - a.approvedFen)
    .slice(0, MOST)
    .map(({ villageName, approvedFen, paidFen }) => ({
      label: villageName,
      paid: paidFen / 100,
      open: Math.max(0, approvedFen - paidFen) / 100,
    }))

type Month = moneyApi.YearlyReport['months'][number]

/** Every month from the first to the last in which something happened, so that a pause is seen as one. */
export const everyMonth = (months: readonly Month[]): Month[] => {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const all: Month[] = []
  for (let month = first.month; month <= last.month; month = after(month))
    all.push(months.find(each => each.month === month) ?? { month, proposed: 0, approved: 0, finished: 0, paidFen: 0 })
  return all
}

const after = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
