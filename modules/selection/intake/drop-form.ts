import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'

/** Takes a file off the page; a file that nothing else holds goes with the daily sweep of uploads. */
export const dropForm = async (tx: Tx, { id }: { id: number }): Promise<void> => {
  const { rows } = await sql<{ fileId: number }>`
    delete from selection.reading where id = ${id} returning file_id as "fileId"`.execute(tx)
  await sql`update files.file f set kept_for = null where f.id = ${rows[0]?.fileId ?? 0} and f.kept_for = 'intake'
    and not exists (select from selection.reading r where r.file_id = f.id)`.execute(tx)
}

const KEPT_FOR = sql`interval '30 days'`

/** What nobody has looked through in a month holds personal data for nothing: it goes, and its file with it. */
export const removeForgotten = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.reading where asked_at < app.now() - ${KEPT_FOR} limit 200`.execute(db)
  for (const row of rows) await inTransaction(db, tx => dropForm(tx, row))
}
