import type { Actor } from '#kernel/access/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../campaign/pool.ts'
import type { StageRun } from '../load.ts'
import type { ActKind, Outcome } from '../shared/index.ts'
import { type Grounds, writeAct } from './acts.ts'

type Done = {
  id: number
  kind: ActKind
  nominationId: number
  fromCategory: string | null
  toCategory: string | null
  before: { outcome: Outcome | null; reason: string | null; category: string; rank: number | null }
  undone: boolean
  undoes: number | null
  latest: boolean
  succeeded: boolean
}

const loadAct = async (tx: Tx, run: StageRun, id: number): Promise<Done> => {
  const { rows } = await sql<Done>`
    select a.id, a.kind, a.nomination_id as "nominationId", a.from_category as "fromCategory",
      a.to_category as "toCategory", a.before, a.undoes_id as undoes,
      exists (select from selection.act u where u.undoes_id = a.id) as undone,
      not exists (select from selection.act l where l.nomination_id = a.nomination_id and l.id > a.id) as latest,
      exists (select from selection.act s where s.replaces_id = a.nomination_id and s.stage_run_id = a.stage_run_id
        and not exists (select from selection.act u where u.undoes_id = s.id)) as succeeded
    from selection.act a where a.id = ${id} and a.stage_run_id = ${run.id} for update of a`.execute(tx)
  if (!rows[0]) throw refuse('act.unknown', '没有找到这项动议，请刷新后再试。', { status: 404 })
  return rows[0]
}

/**
 * A counter-act: the pool stands as before the act; both stay in the record, each with its grounds.
 * @throws Problem `act.undone`, `act.later`, `act.succeeded`
 */
export const undo = async (tx: Tx, actor: Actor, run: StageRun, actId: number, grounds: Grounds): Promise<number> => {
  requireOpenStage(run)
  const act = await loadAct(tx, run, actId)
  if (act.undone || act.undoes !== null) throw refuse('act.undone', '这项动议已经撤销。')
  if (!act.latest) throw refuse('act.later', '这个推荐对象后来又有新的动议，先撤销后来的。')
  if (act.kind === 'remove' && act.succeeded) throw refuse('act.succeeded', '空出的名额已有人递补，先撤销递补。')
  await putBack(tx, run, act)
  return writeAct(tx, actor, run, {
    ...grounds,
    kind: act.kind,
    nominationId: act.nominationId,
    undoesId: act.id,
    ...(act.toCategory && { fromCategory: act.toCategory }),
    ...(act.fromCategory && { toCategory: act.fromCategory }),
  })
}

const putBack = async (tx: Tx, run: StageRun, { nominationId, kind, before }: Done) => {
  if (kind === 'move')
    await sql`update selection.nomination set category = ${before.category}, rank = ${before.rank},
      revision = revision + 1 where id = ${nominationId}`.execute(tx)
  if (before.outcome === null)
    await sql`delete from selection.pool_entry
      where stage_run_id = ${run.id} and nomination_id = ${nominationId}`.execute(tx)
  else
    await sql`update selection.pool_entry set outcome = ${before.outcome}, reason = ${before.reason},
      category = ${before.category} where stage_run_id = ${run.id} and nomination_id = ${nominationId}`.execute(tx)
}
