import { listenToPublicity, type NoticeRow, type ObjectionEvent, openObjections } from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { hideHonours, showHonours } from '../honours/publish.ts'

/** 暂缓: only the name objected to, and in the desk alone; to the public it looks like every other. */
const suspend = async (tx: Tx, notice: NoticeRow, { itemKey }: ObjectionEvent): Promise<void> => {
  if (itemKey === null) return
  await sql`update selection.pool_entry e set outcome = 'suspended', reason = '公示期间收到异议，正在核实'
    from selection.stage_run r
    where r.id = e.stage_run_id and r.campaign_id = ${notice.matterId} and r.stage = ${notice.stage}
      and r.state = 'open' and e.nomination_id = ${Number(itemKey)} and e.outcome in ('pending', 'pass')`.execute(tx)
}

/** Nothing found: the name goes on. Anything else: the organiser decides, and the name stays suspended until then. */
const afterConclusion = async (tx: Tx, notice: NoticeRow, { id, itemKey }: ObjectionEvent): Promise<void> => {
  if (itemKey === null || (await openObjections(tx, notice.id, itemKey)).some(open => open.itemKey === itemKey)) return
  const { rows } = await sql<{ clear: boolean }>`
    select bool_and(o.outcome = 'not-upheld') as clear from publicity.objection o
    join publicity.notice n on n.id = o.notice_id
    where n.module = 'selection' and n.matter_id = ${notice.matterId} and n.stage = ${notice.stage}
      and o.item_key = ${itemKey}`.execute(tx)
  const clear = rows[0]?.clear === true
  await sql`update selection.pool_entry e set outcome = ${clear ? 'pending' : 'suspended'},
      reason = ${clear ? null : '异议已有书面结论，请研究是否继续'},
      evidence = e.evidence || ${JSON.stringify({ objection: id })}::jsonb
    from selection.stage_run r
    where r.id = e.stage_run_id and r.campaign_id = ${notice.matterId} and r.stage = ${notice.stage}
      and r.state = 'open' and e.nomination_id = ${Number(itemKey)} and e.outcome = 'suspended'`.execute(tx)
}

listenToPublicity('selection', {
  onIssued: showHonours,
  onWithdrawn: hideHonours,
  onObjectionOpened: suspend,
  onObjectionConcluded: afterConclusion,
})
