import { type Db, sql } from '#platform/db/index.ts'
import { baseNotices, type Calendar, calendarFrom, type YearNotice } from './shared/index.ts'

/** Calendars already built, by version; a version never changes its facts, so any process may keep its own. */
const built = new Map<string, Calendar>()

/** The calendar in force: what came with this version, and the years imported since. One query. */
export async function loadCalendar(db: Db): Promise<Calendar> {
  const { notices, version } = await loadNotices(db)
  const calendar = built.get(version) ?? calendarFrom(notices, version)
  built.set(version, calendar)
  return calendar
}

interface ImportedDay {
  id: number
  year: number
  source: string
  date: string
  working: boolean
  name: string
}

/** The notices the calendar in force is built from, later ones last, and the version they make. One query. */
export async function loadNotices(db: Db): Promise<{ notices: YearNotice[]; version: string }> {
  const { rows } = await sql<ImportedDay>`
    select n.id, n.year, n.source, d.date, d.working, d.name
    from calendar.notice n join calendar.day d on d.notice_id = n.id
    where n.id in (select max(id) from calendar.notice group by year)
    order by n.id, d.date`.execute(db)
  const imported = [...Map.groupBy(rows, row => row.id).values()].map(noticeOf)
  const version = ['base-2026', ...new Set(rows.map(row => row.id))].join('+')
  return { notices: [...baseNotices, ...imported], version }
}

function noticeOf(days: readonly ImportedDay[]): YearNotice {
  const holidays = [...Map.groupBy(days, day => day.name)].map(([name, own]) => ({
    name,
    off: own.filter(day => !day.working).map(day => day.date),
    work: own.filter(day => day.working).map(day => day.date),
  }))
  return { year: days[0]!.year, sources: [days[0]!.source], holidays }
}
