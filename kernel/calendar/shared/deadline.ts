import type { Calendar, IsoDate } from './calendar.ts'
import { dayOf } from './days.ts'
import { provisionalNote } from './provisional.ts'

export interface Deadline {
  date: IsoDate
  /** The last instant that is still in time, with offset: the day is included (D-02, D-03). */
  endsAt: string
  isRestDay: boolean
  /** What to tell people; a fixed date does not move when it falls on a rest day (D-03). */
  warning?: string
  provisional: boolean
}

/** A fixed due date “X月X日前”: inclusive of the whole day in Asia/Shanghai. */
export function deadline(calendar: Calendar, date: IsoDate): Deadline {
  const { working, provisional } = dayOf(calendar, date)
  const warning = (working ? '' : '截止日为休息日，请提前报送。') + provisionalNote(calendar, date, date)
  return { date, endsAt: endOfDay(date), isRestDay: !working, ...(warning && { warning }), provisional }
}

/** The last millisecond of a civil day in Asia/Shanghai, written with its offset. */
export function endOfDay(date: IsoDate): string {
  return `${Temporal.PlainDate.from(date).toString()}T23:59:59.999+08:00`
}

/** The civil day (ISO) on which an instant falls in Asia/Shanghai. */
export const civilDay = (instant: string): IsoDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
