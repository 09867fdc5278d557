import type { Actor } from '#kernel/access/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Judgement, judge } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'

type Choice = { nominationId: number; outcome: 'pending' | 'pass' | 'out'; reason?: string }

/**
 * Chooses, leaves out, or puts back. Whoever is left out gets the reason written, or that they were not chosen.
 * @throws Problem `shortlist.suspended`
 */
export const choose = async (tx: Tx, actor: Actor, run: StageRun, choices: Choice[]): Promise<void> => {
  await requireFree(tx, run, choices)
  await judge(tx, actor, run, choices.map(withReason))
}

const withReason = ({ nominationId, outcome, reason }: Choice): Judgement => ({
  nominationId,
  outcome,
  ...(outcome === 'out' && { reason: reason || '未入选' }),
})

/** 暂缓: while an objection or a department's opinion is open nobody decides about the name. */
const requireFree = async (tx: Tx, run: StageRun, choices: Choice[]) => {
  const { rows } = await sql<{ name: string }>`
    select m.name from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    where e.stage_run_id = ${run.id} and e.outcome = 'suspended'
      and e.nomination_id = any(${choices.map(({ nominationId }) => nominationId)}::bigint[])
    order by m.unit_order, m.id`.execute(tx)
  if (rows.length > 0)
    throw refuse('shortlist.suspended', `${rows.map(({ name }) => `“${name}”`).join('、')}暂缓，先作出处理结论。`)
}
