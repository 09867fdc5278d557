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
