import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../load.ts'
import { chosenCategory } from '../plan/lookup.ts'
import type { QuotaOfUnit } from '../shared/index.ts'

type Invitation = { unitId: number; dueOn?: string | undefined; quota: Record<string, number> }

/**
 * 逐级推荐: asks a unit directly below to recommend, with places of its own (逐级扩大名额分配).
 * @throws Problem `invite.not-below`, `invite.exists`, `category.unknown`
 */
export const inviteUnit = async (
  tx: Tx,
  actor: Actor,
  submission: Submission,
  invitation: Invitation,
): Promise<number> => {
  for (const category of Object.keys(invitation.quota)) chosenCategory(submission.plan, category)
  const { rows: below } = await sql<{ sort_no: number }>`
    select sort_no from units.unit where id = ${invitation.unitId} and parent_id = ${submission.unitId}`.execute(tx)
  if (!below[0]) throw refuse('invite.not-below', '只能请本单位直接管理的下级单位推荐。', { status: 422 })
  const { rows } = await sql<{ id: number }>`
    insert into selection.submission (campaign_id, unit_id, above_id, unit_class, unit_order, level, quota, due_on)
    select campaign_id, ${invitation.unitId}, id, unit_class, ${below[0].sort_no}, level + 1,
      ${JSON.stringify(quotasOf(invitation))}::jsonb, ${invitation.dueOn ?? submission.dueOn}
    from selection.submission where id = ${submission.id}
    on conflict (campaign_id, unit_id) do nothing returning id`.execute(tx)
  if (!rows[0]) throw refuse('invite.exists', '这个单位已经在推荐了。')
  await record(tx, actor, {
    action: 'selection.submission.invite',
    subjectKind: 'submission',
    subjectId: rows[0].id,
    detail: { unitId: invitation.unitId, quota: invitation.quota },
  })
  return rows[0].id
}

const quotasOf = ({ quota }: Invitation): QuotaOfUnit[] =>
  Object.entries(quota).map(([category, max]) => ({
    category,
    min: 0,
    max,
    countsAuto: false,
    basis: `上级分配名额${max}个`,
  }))
