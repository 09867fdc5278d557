import { type Calendar, type IsoDate, shift } from './calendar.ts'
import { addWorkdays, type CalendarDay, dayOf } from './days.ts'
import { countedAs, explainPeriod, whyNotCounted } from './phrases.ts'
import { provisionalNote } from './provisional.ts'

/** One civil day in or around a publicity period (公示期), with the reason it counts or does not. */
export interface DayInPeriod extends CalendarDay {
  part: 'publish' | 'during' | 'after'
  /** Its number among the counted working days; null where it does not count. */
  counted: number | null
  why: string
}

export interface PeriodRequest {
  publishedOn: IsoDate
  /** Working days required, at least one. */
  workdays: number
  /** Whether the day of publication counts as day one if it is a working day; by default it does not (D-05). */
  countPublishDay?: boolean
}

export interface PublicityPeriod {
  publishedOn: IsoDate
  workdays: number
  countPublishDay: boolean
  /** Every civil day from publication to the day after the last, in order. */
  days: DayInPeriod[]
  /** The last counted day; the period ends at its 24:00. */
  lastDay: IsoDate
  /** From 00:00 of this day the next step may follow. */
  mayProceedOn: IsoDate
  provisional: boolean
  /** How the days were counted, and on what basis, for people to read. */
  note: string
}

/** The publicity period that begins with a notice published on a day (D-05). Throws RangeError on bad input. */
export function publicityPeriod(calendar: Calendar, request: PeriodRequest): PublicityPeriod {
  const { publishedOn, workdays, countPublishDay = false } = request
  requireDays(workdays)
  const days: DayInPeriod[] = []
  let counted = 0
  for (let date = publishedOn; counted < workdays; date = shift(date, 1)) {
    const day = dayOf(calendar, date)
    const publishing = date === publishedOn
    const counts = day.working && (countPublishDay || !publishing)
    if (counts) counted += 1
    const why = counts ? countedAs(day, counted) : whyNotCounted(day, publishing && !countPublishDay)
    days.push({ ...day, part: publishing ? 'publish' : 'during', counted: counts ? counted : null, why })
  }
  const lastDay = days.at(-1)!.date
  const mayProceedOn = shift(lastDay, 1)
  days.push({ ...dayOf(calendar, mayProceedOn), part: 'after', counted: null, why: '公示期已满' })
  const provisional = days.some(day => day.provisional && day.part !== 'after')
  const note = explainPeriod({ publishedOn, lastDay, workdays, countPublishDay, days })
  const warning = provisional ? provisionalNote(calendar, publishedOn, lastDay) : ''
  return { publishedOn, workdays, countPublishDay, days, lastDay, mayProceedOn, provisional, note: note + warning }
}

export interface LatestPublishRequest {
  /** The due date of the step that follows: the period must be over so that this step can still happen on that day. */
  mustEndBy: IsoDate
  workdays: number
  countPublishDay?: boolean
}

export interface LatestPublishDate {
  /** The last civil day on which publishing is still in time. */
  date: IsoDate
  /** The last working day on which it is, the one an office will really use. */
  workday: IsoDate
  provisional: boolean
}

/** The latest day to publish so that the period has ended before the due date (D-07). */
export function latestPublishDate(calendar: Calendar, request: LatestPublishRequest): LatestPublishDate {
  const { mustEndBy, workdays, countPublishDay = false } = request
  requireDays(workdays)
  const first = addWorkdays(calendar, mustEndBy, -workdays)
  const date = countPublishDay ? first.date : shift(first.date, -1)
  const workday = isWorking(calendar, date) ? { date, provisional: false } : addWorkdays(calendar, date, -1)
  return { date, workday: workday.date, provisional: first.provisional || workday.provisional }
}

const isWorking = (calendar: Calendar, date: IsoDate) => dayOf(calendar, date).working

function requireDays(workdays: number): void {
  if (!Number.isSafeInteger(workdays) || workdays < 1 || workdays > 366) {
    throw new RangeError('公示工作日数应为1至366之间的整数。')
  }
}
