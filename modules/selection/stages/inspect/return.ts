import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import type { Part } from './load.ts'

/**
 * 退回: a unit's materials and report that were handed in are open to it again, and it is told what to change.
 * @throws Problem `inspection.not-handed-in`
 */
export const returnInspection = async (tx: Tx, actor: Actor, part: Part, comment: string): Promise<void> => {
  const { run, submissionId } = part
  requireOpenStage(run)
  const { rows } = await sql<{ unitId: number }>`
    update selection.inspection_report p set handed_in_at = null, handed_in_by = null
    from selection.submission s where s.id = p.submission_id and p.stage_run_id = ${run.id}
      and p.submission_id = ${submissionId} and p.handed_in_at is not null
    returning s.unit_id as "unitId"`.execute(tx)
  if (!rows[0]) throw refuse('inspection.not-handed-in', '考察材料尚未报送，或者已经退回，请刷新查看。')
  await sql`update selection.inspection i set state = 'open' from selection.nomination m
    where m.id = i.nomination_id and m.submission_id = ${submissionId} and i.stage_run_id = ${run.id}`.execute(tx)
  await notify(tx, {
    postIds: await postsWithRole(tx, rows[0].unitId, 'recommender'),
    subject: `考察材料被退回修改：“${run.campaign.shortTitle}”`,
    body: comment,
    link: `/selection/campaigns/${run.campaign.id}/inspections/${run.key}`,
    campaignId: run.campaign.id,
  })
  await record(tx, actor, {
    action: 'selection.inspect.return',
    subjectKind: 'submission',
    subjectId: submissionId,
    detail: { stage: run.key, comment },
  })
}
