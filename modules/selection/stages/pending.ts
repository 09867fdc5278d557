import { type Db, sql } from '#platform/db/index.ts'
import { owedBefore } from '../acts/owed.ts'
import type { StageRun } from '../load.ts'
import type { Obstacle } from './stage.ts'

/** Candidates nobody has dealt with, or whose objection is not concluded: every stage waits for them. */
export const undecided = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const { rows } = await sql<{ id: number; name: string; outcome: 'pending' | 'suspended' }>`
    select m.id, m.name, e.outcome from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    where e.stage_run_id = ${run.id} and e.outcome in ('pending', 'suspended') order by m.unit_order, m.id`.execute(db)
  const waiting = rows.map(({ id, name, outcome }) => ({
    severity: 'block' as const,
    nominationId: id,
    message: outcome === 'pending' ? `“${name}”还没有结果。` : `“${name}”暂缓，先作出处理结论。`,
  }))
  return [...waiting, ...(await owing(db, run))]
}

/** What newcomers missed is only said on the way, and stops the decision. */
const owing = async (db: Db, run: StageRun): Promise<Obstacle[]> =>
  (await owedBefore(db, run)).map(({ nominationId, name, title }) => ({
    severity: run.stage.kind === 'decide' ? 'block' : 'warning',
    nominationId,
    message: `“${name}”须补办“${title}”后才能审定。`,
  }))
