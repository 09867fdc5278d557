import type { IsoDate } from './calendar.ts'

/**
 * Statutory days off that every year has on the same date (全国年节及纪念日放假办法, 2025 version).
 * Used only to make the estimate for an unannounced year less wrong; the answer stays provisional.
 */
const fixed: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

/** The statutory holiday on `date`, as far as it is known without a notice. */
export function statutoryName(date: IsoDate): string | undefined {
  return fixed[date.slice(5)]
}
