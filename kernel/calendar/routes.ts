import { type Api, administersAll } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { everyone, signedIn } from '#platform/http/index.ts'
import { importHolidayNotice } from './import-notice.ts'
import { loadCalendar, loadNotices } from './load.ts'
import { previewNotice } from './preview.ts'
import { getCalendar, type ImportedNotice, importNotice, listImports, previewImport } from './shared/api.ts'

/** Holidays bind every unit alike, so only an administrator above all of them enters them. */
const mayImport = administersAll

/** The calendar for reading, and the import of holiday notices. */
export const calendarRoutes = (api: Api): void => {
  api.handle(getCalendar, {
    allow: everyone('holiday arrangements are public'),
    act: ({ db }) => loadCalendar(db),
  })
  api.handle(listImports, {
    allow: signedIn,
    act: async ({ actor, db }) => ({ notices: await importedNotices(db), mayImport: mayImport(actor) }),
  })
  api.handle(previewImport, {
    allow: mayImport,
    act: async ({ db, body }) => previewNotice((await loadNotices(db)).notices, body.text),
  })
  api.handle(importNotice, {
    allow: mayImport,
    act: ({ actor, db, body }) => importHolidayNotice(db, actor, body),
  })
}

/** Imports, newest first. */
async function importedNotices(db: Db): Promise<ImportedNotice[]> {
  const { rows } = await sql<ImportedNotice>`
    select id, year, source, imported_at as "importedAt", imported_by_name as "importedBy"
    from calendar.notice order by id desc limit 100`.execute(db)
  return rows
}
