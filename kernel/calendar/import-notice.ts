import { record, type Who } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadNotices } from './load.ts'
import { holidaysAfter, previewNotice } from './preview.ts'
import { datesIn, type Holiday } from './shared/index.ts'

/** Any fixed number: two administrators importing at once take turns. */
const IMPORT_LOCK = 7_403_103

/**
 * Imports a pasted notice: the whole year, or single holidays changed in a year on file. Throws 422
 * `calendar.notice.unreadable` with every problem; nothing is kept then.
 */
export async function importHolidayNotice(tx: Tx, who: Who, { text, source }: { text: string; source: string }) {
  await sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`.execute(tx)
  const { notices } = await loadNotices(tx)
  const { problems, year, holidays, changes } = previewNotice(notices, text)
  if (problems.length > 0 || year === null) throw unreadable(problems)
  const id = await keep(tx, who, { year, source, text, holidays: holidaysAfter(notices, { year, holidays }) })
  await record(tx, who, {
    action: 'calendar.notice.import',
    subjectKind: 'calendar.notice',
    subjectId: id,
    detail: { year, source, changes: changes.length },
  })
  return { year, version: (await loadNotices(tx)).version }
}

function unreadable(problems: readonly string[]) {
  const findings = problems.map(message => ({ path: 'text', severity: 'block', message }))
  return refuse('calendar.notice.unreadable', '通知中有需要核对的内容，未导入。', { status: 422, findings })
}

interface KeptNotice {
  year: number
  source: string
  text: string
  holidays: readonly Holiday[]
}

async function keep(tx: Tx, who: Who, { year, source, text, holidays }: KeptNotice): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into calendar.notice (year, source, text, imported_by, imported_by_name)
    values (${year}, ${source}, ${text}, ${who.id}, ${who.name}) returning id`.execute(tx)
  const { id } = rows[0]!
  const days = holidays.flatMap(({ name, off, work }) => [
    ...off.flatMap(datesIn).map(date => ({ date, working: false, name })),
    ...work.map(date => ({ date, working: true, name })),
  ])
  await sql`
    insert into calendar.day (notice_id, date, working, name)
    select ${id}, date, working, name
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (date date, working boolean, name text)`.execute(tx)
  return id
}
