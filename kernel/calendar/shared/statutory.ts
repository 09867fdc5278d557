import { datesIn, type IsoDate, shift } from './calendar.ts'

/**
 * Statutory days off (全国年节及纪念日放假办法, as revised in 2024) for years whose notice is not out. They make the
 * estimate less wrong: a plan over Spring Festival would otherwise be a week short. The answer stays provisional.
 */
const fixed: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

/** By lunar calendar and solar term: 除夕, 清明, 端午, 中秋. From npm chinese-days, compared with it by a test. */
export const movable: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2027: ['02-05', '04-05', '06-09', '09-15'],
  2028: ['01-25', '04-04', '05-28', '10-03'],
  2029: ['02-12', '04-04', '06-16', '09-22'],
  2030: ['02-02', '04-05', '06-05', '09-12'],
  2031: ['01-22', '04-05', '06-24', '10-01'],
  2032: ['02-10', '04-04', '06-12', '09-19'],
  2033: ['01-30', '04-04', '06-01', '09-08'],
  2034: ['02-18', '04-05', '06-20', '09-27'],
  2035: ['02-07', '04-05', '06-10', '09-16'],
  2036: ['01-27', '04-04', '05-30', '10-04'],
}

/** The statutory holiday on `date`, as far as it is known without a notice. */
export function statutoryName(date: IsoDate): string | undefined {
  const [eve, clear, dragon, autumn] = movable[Number(date.slice(0, 4))] ?? []
  const day = date.slice(5)
  if (eve && datesIn(springFestival(date.slice(0, 4), eve)).includes(date)) return '春节'
  if (day === clear) return '清明节'
  if (day === dragon) return '端午节'
  return fixed[day] ?? (day === autumn ? '中秋节' : undefined)
}

/** Four days: 除夕 to 正月初三. */
function springFestival(year: string, eve: string): string {
  const first = `${year}-${eve}`
  return `${first}/${shift(first, 3)}`
}
