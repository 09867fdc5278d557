import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../load.ts'

/** A unit's list in a campaign whose recommendations go up level by level. */
type FromBelow = Pick<Submission, 'id' | 'unitId'> & { aboveId: number }

/** The nominees become the upper unit's own drafts, to be checked and ranked anew; the passage is kept. */
export const passUp = async (tx: Tx, { id, aboveId }: FromBelow): Promise<void> => {
  await sql`
    insert into selection.passage (nomination_id, from_unit_id, to_unit_id, rank)
    select m.id, m.unit_id, a.unit_id, m.rank from selection.nomination m, selection.submission a
    where m.submission_id = ${id} and m.state = 'submitted' and a.id = ${aboveId}`.execute(tx)
  await sql`
    update selection.nomination m set submission_id = a.id, unit_id = a.unit_id, unit_order = a.unit_order,
      state = 'draft', rank = null
    from selection.submission a
    where m.submission_id = ${id} and m.state = 'submitted' and a.id = ${aboveId}`.execute(tx)
}

/**
 * Gives back what was passed up, in the places it had below; whom the upper unit took off its list stays off.
 * @throws Problem `submission.passed-on` once the upper unit has handed in
 */
export const passDown = async (tx: Tx, { id, unitId, aboveId }: FromBelow): Promise<void> => {
  const { rows } = await sql<{ state: string }>`
    select state from selection.submission where id = ${aboveId} for update`.execute(tx)
  if (rows[0]!.state !== 'open' && rows[0]!.state !== 'returned')
    throw refuse('submission.passed-on', '名单已随本单位一并上报，须先撤回或由上级退回，才能再退给下级。')
  await sql`
    update selection.nomination m set submission_id = s.id, unit_id = s.unit_id, unit_order = s.unit_order,
      state = 'submitted', rank = p.rank
    from selection.submission s,
      (select distinct on (nomination_id) nomination_id, rank from selection.passage
        where from_unit_id = ${unitId} order by nomination_id, id desc) p
    where s.id = ${id} and m.submission_id = ${aboveId} and m.state in ('draft', 'returned')
      and m.id = p.nomination_id`.execute(tx)
}
