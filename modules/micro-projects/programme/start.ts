import { record, type Who } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { grantAllowances } from '../money/account.ts'
import type { Programme } from '../shared/index.ts'

/**
 * Starts a year's programme at a sub-district and gives everyone entitled their allowance. Its content stands as it
 * was on this day; a changed file is another year's.
 * @throws Problem `programme.exists`
 */
export const startProgramme = async (
  tx: Tx,
  who: Who & { accountId?: number | null },
  unitId: number,
  programme: Programme,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into micro.programme (unit_id, slug, year, content, started_by)
    values (${unitId}, ${`${programme.id}-${unitId}`}, ${programme.year}, ${JSON.stringify(programme)}::jsonb,
      ${who.accountId ?? null})
    on conflict (unit_id, year) do nothing returning id`.execute(tx)
  if (!rows[0]) throw refuse('programme.exists', `${programme.year}年度的活动已经启动，不能重复启动。`)
  await grantAllowances(tx, rows[0].id)
  await record(tx, who, {
    action: 'micro.programme.start',
    subjectKind: 'micro.programme',
    subjectId: rows[0].id,
    detail: { programme: programme.id, year: programme.year },
  })
  return rows[0].id
}
