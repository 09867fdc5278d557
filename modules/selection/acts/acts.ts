import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../campaign/pool.ts'
import type { StageRun } from '../load.ts'
import { type ActKind, actKinds, type Outcome } from '../shared/index.ts'
import { type Owed, owedBefore } from './owed.ts'

/** Reason and basis: no named act without them. */
export type Grounds = { reason: string; basis: string }

/** The acts that a stage allows. 撤下 goes with 递补: where somebody may take a place, somebody may leave it. */
export const actsOf = (run: StageRun): ActKind[] => {
  const { acts } = run.stage
  return [...acts, ...(acts.includes('succeed') ? (['remove'] as const) : [])]
}

export const requireAct = (run: StageRun, kind: ActKind): void => {
  requireOpenStage(run)
  if (!actsOf(run).includes(kind))
    throw refuse('act.not-allowed', `方案没有规定“${run.stage.title}”可以${actKinds[kind]}。`)
}

/** A nomination and its place in a stage, if it has one. */
export type Standing = {
  id: number
  name: string
  category: string
  rank: number | null
  outcome: Outcome | null
  reason: string | null
}

export const standingOf = async (tx: Tx, run: StageRun, nominationId: number): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    select m.id, m.name, m.category, m.rank, e.outcome, e.reason from selection.nomination m
    left join selection.pool_entry e on e.nomination_id = m.id and e.stage_run_id = ${run.id}
    where m.id = ${nominationId} and m.campaign_id = ${run.campaign.id} and m.state = 'accepted'
    for update of m`.execute(tx)
  if (!rows[0]) throw refuse('act.unknown', '没有找到这个推荐对象，或者它还没有被接收。', { status: 404 })
  return rows[0]
}

type Act = Grounds & {
  kind: ActKind
  nominationId: number
  replacesId?: number
  fromCategory?: string
  toCategory?: string
  before?: object
  undoesId?: number
}

/** Writes the act and its entry in the record. @returns the act's id */
export const writeAct = async (tx: Tx, actor: Actor, run: StageRun, act: Act): Promise<number> => {
  const { id } = await tx
    .insertInto('selection.act')
    .values({
      stage_run_id: run.id,
      kind: act.kind,
      nomination_id: act.nominationId,
      replaces_id: act.replacesId ?? null,
      from_category: act.fromCategory ?? null,
      to_category: act.toCategory ?? null,
      reason: act.reason,
      basis: act.basis,
      before: JSON.stringify(act.before ?? {}),
      undoes_id: act.undoesId ?? null,
      made_by: actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, {
    action: act.undoesId ? 'selection.act.undo' : `selection.act.${act.kind}`,
    subjectKind: 'nomination',
    subjectId: act.nominationId,
    detail: { stage: run.key, act: id, basis: act.basis, replaces: act.replacesId, to: act.toCategory },
  })
  return id
}

/** Puts somebody into the stage who is not in it, waiting to be dealt with. */
const comeIn = async (tx: Tx, run: StageRun, newcomer: Standing) => {
  if (newcomer.outcome !== null && newcomer.outcome !== 'out')
    throw refuse('act.present', `“${newcomer.name}”已在本环节名单中。`)
  await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category)
    values (${run.id}, ${newcomer.id}, ${newcomer.category})
    on conflict (stage_run_id, nomination_id) do update
      set outcome = 'pending', reason = null, category = excluded.category`.execute(tx)
}

const before = ({ outcome, reason, category, rank }: Standing) => ({ outcome, reason, category, rank })

export type Added = { id: number; owed: Owed[] }

/**
 * 递补: takes the place of somebody who fell out. What the newcomer missed on the way is owed before the decision.
 * @throws Problem `act.not-allowed`, `act.not-out`, `act.category`, `act.taken`, `act.present`
 */
export const succeed = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  given: Grounds & { nominationId: number; replacesId: number },
): Promise<Added> => {
  requireAct(run, 'succeed')
  const newcomer = await standingOf(tx, run, given.nominationId)
  const gone = await standingOf(tx, run, given.replacesId)
  if (gone.outcome !== 'out')
    throw refuse('act.not-out', `“${gone.name}”仍在名单中，先撤下或评定为未通过，才能由他人递补。`)
  if (gone.category !== newcomer.category)
    throw refuse('act.category', '递补的对象须与空出的名额同一类别；确需跨类别的，先调整类别。')
  await requireFreePlace(tx, run, gone)
  await comeIn(tx, run, newcomer)
  const id = await writeAct(tx, actor, run, { ...given, kind: 'succeed', before: before(newcomer) })
  return { id, owed: await owedBefore(tx, run, newcomer.id) }
}

const requireFreePlace = async (tx: Tx, run: StageRun, gone: Standing) => {
  const { rows } = await sql`select from selection.act a where a.replaces_id = ${gone.id} and a.stage_run_id = ${run.id}
    and a.undoes_id is null and not exists (select from selection.act u where u.undoes_id = a.id)`.execute(tx)
  if (rows.length > 0) throw refuse('act.taken', `“${gone.name}”空出的名额已有人递补。`)
}

/** 增补: comes in beside the others. */
export const add = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  given: Grounds & { nominationId: number },
): Promise<Added> => {
  requireAct(run, 'add')
  const newcomer = await standingOf(tx, run, given.nominationId)
  await comeIn(tx, run, newcomer)
  const id = await writeAct(tx, actor, run, { ...given, kind: 'add', before: before(newcomer) })
  return { id, owed: await owedBefore(tx, run, newcomer.id) }
}

/** 撤下: out of the stage, with reason and basis. */
export const remove = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  given: Grounds & { nominationId: number },
): Promise<number> => {
  requireAct(run, 'remove')
  const standing = await standingOf(tx, run, given.nominationId)
  if (standing.outcome === null || standing.outcome === 'out')
    throw refuse('act.absent', `“${standing.name}”不在本环节名单中。`)
  await sql`update selection.pool_entry set outcome = 'out', reason = ${given.reason}, decided_by = ${actor.name},
    decided_at = app.now() where stage_run_id = ${run.id} and nomination_id = ${standing.id}`.execute(tx)
  return writeAct(tx, actor, run, { ...given, kind: 'remove', before: before(standing) })
}
