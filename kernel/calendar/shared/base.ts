import { type Calendar, calendarFrom, type YearNotice } from './calendar.ts'
import notices from './notices.json' with { type: 'json' }

/** What the General Office of the State Council announced for 2004–2026; see README.md for how it was checked. */
export const baseNotices: readonly YearNotice[] = notices

/** The calendar of the years known when this version was released. */
export const baseCalendar: Calendar = calendarFrom(baseNotices, 'base-2026')
