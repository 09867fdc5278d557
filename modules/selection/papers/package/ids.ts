import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'

/**
 * Nominations for a package in official order; a unit's own drafts are for the unit itself (`own`).
 * @throws Problem `package.empty`
 */
export const idsFor = async (
  db: Db,
  { submissions }: { submissions?: number[] | undefined },
  campaignId: number,
  own: boolean,
): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.nomination
    where campaign_id = ${campaignId} and state <> 'removed' and name <> '' and (${own} or state <> 'draft')
      and (${submissions ?? null}::bigint[] is null or submission_id = any(${submissions ?? null}::bigint[]))
    order by unit_order, category, rank nulls last, id`.execute(db)
  if (rows.length === 0) throw refuse('package.empty', '还没有可以打包的推荐对象。')
  return rows.map(({ id }) => id)
}
