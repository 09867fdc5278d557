import { record, system } from '#kernel/audit/index.ts'
import { registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'

/** Personal information of the public is kept no longer than its purpose lasts (《个人信息保护法》第十九条). */
const keptDays = 90

type Gone = { campaignId: number; evidence: number[] }

/** Deletes what the public sent to campaigns that ended 90 days ago; its files go with the next sweep of orphans. */
export const sweepSelf = (db: Db): Promise<void> =>
  inTransaction(db, async tx => {
    const { rows } = await sql<Gone>`
      delete from selection.self_recommendation r using selection.campaign c
      where c.id = r.campaign_id and c.finished_at < app.now() - make_interval(days => ${keptDays})
      returning r.campaign_id as "campaignId", r.evidence`.execute(tx)
    if (rows.length === 0) return
    await sql`update files.file set kept_for = null where id = any(${rows.flatMap(row => row.evidence)}::bigint[])`.execute(
      tx,
    )
    for (const [campaignId, gone] of Map.groupBy(rows, row => row.campaignId))
      await recordExpunged(tx, campaignId, gone.length)
  })

const recordExpunged = (tx: Tx, campaignId: number, rows: number) =>
  record(tx, system, {
    action: 'selection.self.expunge',
    subjectKind: 'campaign',
    subjectId: campaignId,
    detail: { rows, afterDays: keptDays },
  })

registerSweep('selection.self', sweepSelf)
