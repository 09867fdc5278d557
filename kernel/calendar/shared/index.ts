export { baseCalendar, baseNotices } from './base.ts'
export { type Calendar, calendarFrom, datesIn, type Holiday, type IsoDate, shift, type YearNotice } from './calendar.ts'
export {
  addWorkdays,
  type CalendarDay,
  type CountedDate,
  type DayKind,
  dayOf,
  isWorkday,
  unannouncedYears,
  workdaysBetween,
} from './days.ts'
export { civilDay, type Deadline, deadline, endOfDay } from './deadline.ts'
export {
  chineseDate,
  chineseMonthDay,
  chineseSpan,
  chineseWeekday,
  describePeriod,
  momentWords,
  periodLaw,
} from './phrases.ts'
export { provisionalNote } from './provisional.ts'
export {
  type DayInPeriod,
  type LatestPublishDate,
  type LatestPublishRequest,
  latestPublishDate,
  type PeriodRequest,
  type PublicityPeriod,
  publicityPeriod,
} from './publicity-period.ts'
export { type StripDay, stripOf } from './strip.ts'
