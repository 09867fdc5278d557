/** A civil date in Asia/Shanghai, written YYYY-MM-DD. */
export type IsoDate = string

/** One item of a holiday notice: what is off and which rest days are worked to make up for it. */
export interface Holiday {
  name: string
  /** Days off: single dates or closed ISO intervals `from/to`. */
  off: readonly string[]
  /** Rest days that are worked (调休上班). */
  work: readonly IsoDate[]
}

/** The arrangement the State Council's General Office announced for one year. */
export interface YearNotice {
  year: number
  /** Titles, document numbers or addresses of the notices this year rests on. */
  sources: readonly string[]
  holidays: readonly Holiday[]
}

/**
 * The calendar of working days as plain data, safe to send to a browser.
 * `years` are the announced ones; an answer that leans on any other year is provisional.
 */
export interface Calendar {
  /** Changes whenever the facts change. */
  version: string
  years: readonly number[]
  off: Readonly<Record<IsoDate, string>>
  makeup: Readonly<Record<IsoDate, string>>
  sources: Readonly<Record<number, readonly string[]>>
}

/** Builds a calendar from yearly notices; a later notice for the same year replaces the earlier one. */
export function calendarFrom(notices: readonly YearNotice[], version: string): Calendar {
  const byYear = new Map(notices.map(notice => [notice.year, notice]))
  const years = [...byYear.keys()].sort((a, b) => a - b)
  const off: Record<IsoDate, string> = {}
  const makeup: Record<IsoDate, string> = {}
  for (const year of years) {
    for (const holiday of byYear.get(year)!.holidays) {
      for (const date of holiday.off.flatMap(datesIn)) off[date] = holiday.name
      for (const date of holiday.work) makeup[date] = holiday.name
    }
  }
  const sources = Object.fromEntries(years.map(year => [year, byYear.get(year)!.sources]))
  return { version, years, off, makeup, sources }
}

/** The dates of a single date or a closed ISO interval `from/to`. */
export function datesIn(interval: string): IsoDate[] {
  const [from, to = from] = interval.split('/') as [string, string?]
  const dates: IsoDate[] = []
  for (let date = from; date <= to; date = shift(date, 1)) dates.push(date)
  return dates
}

/** The civil date `days` after (before, if negative) `date`. */
export function shift(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}
