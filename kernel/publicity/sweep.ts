import { record, system } from '#kernel/audit/index.ts'
import { registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { listenerOf } from './events.ts'
import { sweepFormUse } from './form-use.ts'
import { findNotice } from './notice-row.ts'

/** Ends each period that is over by the business clock, once, and lets its module act on it. */
export const endPeriods = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ id: number }>`
    select id from publicity.notice
    where state = 'issued' and period_ended_at is null and proceed_on <= app.today() order by id`.execute(db)
  for (const { id } of rows) await endPeriod(db, id)
}

const endPeriod = (db: Db, id: number) =>
  inTransaction(db, async tx => {
    const { rows } = await sql`
      update publicity.notice set period_ended_at = app.now() where id = (
        select id from publicity.notice where id = ${id} and state = 'issued' and period_ended_at is null
        for update skip locked)
      returning id`.execute(tx)
    if (!rows[0]) return
    const notice = (await findNotice(tx, id))!
    await listenerOf(notice).onPeriodEnded?.(tx, notice)
    const act = { action: 'publicity.notice.period-ended', subjectKind: 'notice', subjectId: id }
    await record(tx, system, { ...act, detail: { lastDay: notice.lastDay } })
  })

registerSweep('publicity.periods', endPeriods)
registerSweep('publicity.form-use', async db => {
  await sweepFormUse(db)
})
