import { type Calendar, type IsoDate, shift } from './calendar.ts'
import { statutoryName } from './statutory.ts'

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup'

export interface CalendarDay {
  date: IsoDate
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  working: boolean
  kind: DayKind
  /** Name of the holiday a day off or a make-up workday belongs to. */
  name?: string
  /** True where the notice that decides this day is not announced (or not on file). */
  provisional: boolean
}

/** A date reached by counting, and whether the count leaned on an unannounced year. */
export interface CountedDate {
  date: IsoDate
  provisional: boolean
}

/** What kind of day `isoDate` is. Throws RangeError if it is no valid date. */
export function dayOf(calendar: Calendar, isoDate: IsoDate): CalendarDay {
  const plain = Temporal.PlainDate.from(isoDate)
  const date = plain.toString()
  const weekday = plain.dayOfWeek
  const provisional = isProvisional(calendar, date)
  const day = { date, weekday, provisional }
  if (calendar.makeup[date]) return { ...day, working: true, kind: 'makeup', name: calendar.makeup[date] }
  const holiday = calendar.off[date] ?? (provisional ? statutoryName(date) : undefined)
  if (holiday) return { ...day, working: false, kind: 'holiday', name: holiday }
  return weekday > 5 ? { ...day, working: false, kind: 'weekend' } : { ...day, working: true, kind: 'workday' }
}

/** Monday to Friday less announced holidays, plus make-up workdays (D-04). */
export function isWorkday(calendar: Calendar, date: IsoDate): boolean {
  return dayOf(calendar, date).working
}

/**
 * The `workdays`-th working day after `date` (before it, if negative); zero gives `date` itself.
 * `date` is never counted (民法典 第二百零一条).
 */
export function addWorkdays(calendar: Calendar, date: IsoDate, workdays: number): CountedDate {
  if (!Number.isSafeInteger(workdays)) throw new RangeError('工作日数应为整数。')
  const step = Math.sign(workdays)
  let day = dayOf(calendar, date)
  let provisional = day.provisional
  for (let left = Math.abs(workdays); left > 0; ) {
    day = dayOf(calendar, shift(day.date, step))
    provisional ||= day.provisional
    if (day.working) left -= 1
  }
  return { date: day.date, provisional }
}

/**
 * Working days from `from` (not counted) to `to` (counted); negative where `to` lies before `from`.
 * The inverse of `addWorkdays`.
 */
export function workdaysBetween(
  calendar: Calendar,
  from: IsoDate,
  to: IsoDate,
): { workdays: number; provisional: boolean } {
  const step = to < from ? -1 : 1
  let workdays = 0
  const end = dayOf(calendar, to).date
  let day = dayOf(calendar, from)
  let provisional = day.provisional
  while (day.date !== end) {
    day = dayOf(calendar, shift(day.date, step))
    provisional ||= day.provisional
    if (day.working) workdays += step
  }
  return { workdays, provisional }
}

/** Years that the days from `from` to `to` depend on and that are not announced. */
export function unannouncedYears(calendar: Calendar, from: IsoDate, to: IsoDate): number[] {
  const years = new Set<number>()
  for (let date = from; date <= to; date = shift(date, 1)) {
    for (const year of decidingYears(date)) if (!calendar.years.includes(year)) years.add(year)
  }
  return [...years]
}

function isProvisional(calendar: Calendar, date: IsoDate): boolean {
  return decidingYears(date).some(year => !calendar.years.includes(year))
}

/**
 * The years whose notices decide a date. The New Year item of a notice reaches back into December: since 2004 never
 * further than the 29th (2007-12-29, 2018-12-29), so the last three days also wait for the next year's notice.
 */
function decidingYears(date: IsoDate): number[] {
  const year = Number(date.slice(0, 4))
  return date.slice(5) >= '12-29' ? [year, year + 1] : [year]
}
