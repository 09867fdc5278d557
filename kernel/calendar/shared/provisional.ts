import type { Calendar, IsoDate } from './calendar.ts'
import { unannouncedYears } from './days.ts'

/** Says which years an estimate leans on; empty if every year from `from` to `to` is announced. */
export function provisionalNote(calendar: Calendar, from: IsoDate, to: IsoDate): string {
  const years = unannouncedYears(calendar, from, to)
  const first = calendar.years[0] ?? Number.POSITIVE_INFINITY
  return years.map(year => `${year}年放假安排${year < first ? '未收录' : '尚未发布'}，日期为预估。`).join('')
}
