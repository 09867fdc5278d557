import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../load.ts'

/**
 * Sets the order of a category's nominees in a unit's 排序表.
 * @param ids every nominee of the category, best first
 * @throws Problem `ranking.stale` when somebody has added or removed one meanwhile
 */
export const rankNominations = async (
  tx: Tx,
  actor: Actor,
  submission: Submission,
  category: string,
  ids: number[],
): Promise<void> => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.nomination
    where submission_id = ${submission.id} and category = ${category} and state <> 'removed'
    order by id`.execute(tx)
  const standing = rows.map(({ id }) => id)
  if ([...ids].sort((a, b) => a - b).join() !== standing.join())
    throw refuse('ranking.stale', '名单刚刚有变动，请刷新后重新排序。')
  await sql`
    update selection.nomination m set rank = o.rank
    from unnest(${ids}::bigint[]) with ordinality as o (id, rank)
    where m.id = o.id`.execute(tx)
  await record(tx, actor, {
    action: 'selection.submission.rank',
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { category, ids },
  })
}
