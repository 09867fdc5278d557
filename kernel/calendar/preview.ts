import { type ReadHoliday, type ReadNotice, readNotice } from './read-notice.ts'
import type { NoticePreview, PreviewedDay } from './shared/api.ts'
import {
  type Calendar,
  type CalendarDay,
  calendarFrom,
  datesIn,
  dayOf,
  type Holiday,
  type YearNotice,
} from './shared/index.ts'

/** What importing a pasted notice would do, without doing it: days found, what changes, and what stands in the way. */
export function previewNotice(notices: readonly YearNotice[], text: string): NoticePreview {
  const read = readNotice(text)
  const days = read.holidays.flatMap(daysOf).sort((a, b) => (a.date < b.date ? -1 : 1))
  const complete = isComplete(read.holidays)
  const announced = new Set(notices.map(notice => notice.year))
  const problems = [...read.problems, ...problemsOf(read, days, complete || announced.has(read.year ?? 0))]
  const changes = read.year && announced.has(read.year) && problems.length === 0 ? changesIn(notices, read) : []
  return { year: read.year ?? null, complete, holidays: read.holidays, days, changes, unread: read.unread, problems }
}

/** The holidays of a year once the read ones are in force: a whole year replaces all, others only what they name. */
export function holidaysAfter(notices: readonly YearNotice[], read: Pick<ReadNotice, 'year' | 'holidays'>): Holiday[] {
  if (isComplete(read.holidays)) return read.holidays
  const before = notices.findLast(notice => notice.year === read.year)?.holidays ?? []
  const names = new Set(read.holidays.map(holiday => holiday.name))
  const taken = new Set(read.holidays.flatMap(({ off, work }) => [...off, ...work]))
  const free = (dates: readonly string[]) => dates.flatMap(datesIn).filter(date => !taken.has(date))
  const kept = before.filter(holiday => !names.has(holiday.name))
  return [...kept.map(({ name, off, work }) => ({ name, off: free(off), work: free(work) })), ...read.holidays]
}

function daysOf({ name, off, work }: ReadHoliday): PreviewedDay[] {
  const weekday = (date: string) => Temporal.PlainDate.from(date).dayOfWeek
  return [
    ...off.map(date => ({ date, weekday: weekday(date), working: false, name })),
    ...work.map(date => ({ date, weekday: weekday(date), working: true, name })),
  ]
}

/** A yearly notice has the whole year; anything less changes single holidays of a year on file. */
function isComplete(holidays: readonly ReadHoliday[]): boolean {
  const names = holidays.map(holiday => holiday.name).join('、')
  return ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].every(name => names.includes(name))
}

function problemsOf({ year }: ReadNotice, days: readonly PreviewedDay[], mayChange: boolean): string[] {
  if (!year || days.length === 0) return []
  const outside = days.filter(({ date }) => date < `${year - 1}-12-25` || date > `${year + 1}-01-03`)
  const needless = days.filter(({ working, weekday }) => working && weekday < 6)
  const twice = days.filter((day, i) => day.date === days[i - 1]?.date)
  return [
    ...outside.map(({ date }) => `${date}不在${year}年放假安排的范围内，请核对年份。`),
    ...needless.map(({ date }) => `${date}是星期一至星期五，本来就是工作日，不应列为调休上班，请核对。`),
    ...twice.map(({ date }) => `${date}出现了两次，请核对。`),
    ...(mayChange ? [] : [`内容不是${year}年的全年安排，而${year}年的年度安排尚未导入，请先导入年度通知。`]),
  ]
}

/** Days whose meaning would differ from what is on file. */
function changesIn(notices: readonly YearNotice[], read: ReadNotice): NoticePreview['changes'] {
  const year = read.year!
  const notice = { year, sources: [], holidays: holidaysAfter(notices, read) }
  const [before, after] = [calendarFrom(notices, 'before'), calendarFrom([...notices, notice], 'after')]
  const meaning = (calendar: Calendar, date: string) => describe(dayOf(calendar, date))
  return datesIn(`${year - 1}-12-25/${year + 1}-01-03`)
    .map(date => ({ date, before: meaning(before, date), after: meaning(after, date) }))
    .filter(change => change.before !== change.after)
}

function describe({ kind, name }: CalendarDay): string {
  if (name) return kind === 'makeup' ? `${name}调休上班` : `${name}放假`
  return kind === 'weekend' ? '周末' : '工作日'
}
