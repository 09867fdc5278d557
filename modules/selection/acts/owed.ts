import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { notConcerned, requireOpenStage } from '../campaign/pool.ts'
import type { StageRun } from '../load.ts'

/** Stages that look into a name or show it to the public: whoever came in later owes them. A vote cannot be made up. */
const owedKinds = ['vet', 'review', 'inspect', 'publicise']

/** A stage that a newcomer (递补, 增补, 调整类别) has missed. */
export type Owed = { nominationId: number; name: string; stage: string; title: string; kind: string }

type Row = Omit<Owed, 'title'> & { category: string; origin: string }

/**
 * What those who came in by a named act still owe before this stage: closed stages of their category in which they
 * have no pass. One query.
 */
export const owedBefore = async (db: Db, run: StageRun, nominationId?: number): Promise<Owed[]> => {
  const { rows } = await sql<Row>`
    select m.id as "nominationId", m.name, e.category, m.origin, r.stage, r.kind
    from selection.pool_entry e
    join selection.nomination m on m.id = e.nomination_id
    join selection.stage_run r on r.campaign_id = m.campaign_id and r.seq < ${run.seq} and r.state = 'closed'
      and r.kind = any(${owedKinds}::text[])
    where e.stage_run_id = ${run.id} and e.outcome <> 'out'
      and exists (select from selection.act a where a.nomination_id = m.id and a.undoes_id is null)
      and not exists (select from selection.pool_entry p
        where p.stage_run_id = r.id and p.nomination_id = m.id and p.outcome = 'pass'
          and p.reason is distinct from ${notConcerned})
      ${nominationId === undefined ? sql`` : sql`and m.id = ${nominationId}`}
    order by m.unit_order, m.id, r.seq`.execute(db)
  // Who moved to a category that the stage looks into was let by when it did not concern them.
  return rows.flatMap(({ category, origin, ...row }) => {
    const stage = run.campaign.plan.stages.find(({ key }) => key === row.stage)!
    // a unit's own steps were taken for whom it put up, not for whom the organiser brought in
    const concerned =
      (!stage.within || origin === 'added') && (!stage.categories || stage.categories.includes(category))
    return concerned ? [{ ...row, title: stage.title }] : []
  })
}

type Settled = { nominationId: number; stage: string; note: string; fileKeys: string[] }

/** Records that a newcomer has made up a stage it missed: its place there is a pass, with the paper as evidence. */
export const settleOwed = async (tx: Tx, actor: Actor, run: StageRun, given: Settled): Promise<void> => {
  requireOpenStage(run)
  const owed = await owedBefore(tx, run, given.nominationId)
  if (!owed.some(({ stage }) => stage === given.stage))
    throw refuse('owed.none', '没有需要补办的这个环节，请刷新后再试。', { status: 404 })
  const files = await keepFiles(tx, actor, given.fileKeys, 'made-up')
  const evidence = { madeUp: { note: given.note, fileIds: files.map(({ id }) => id), by: actor.name } }
  await sql`
    insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome, reason, evidence, decided_by, decided_at)
    select r.id, m.id, m.category, 'pass', '补办', ${JSON.stringify(evidence)}::jsonb, ${actor.name}, app.now()
    from selection.stage_run r, selection.nomination m
    where r.campaign_id = ${run.campaign.id} and r.stage = ${given.stage} and m.id = ${given.nominationId}
    on conflict (stage_run_id, nomination_id) do update set outcome = 'pass', reason = '补办',
      evidence = pool_entry.evidence || excluded.evidence, decided_by = excluded.decided_by, decided_at = app.now()`.execute(
    tx,
  )
  await record(tx, actor, {
    action: 'selection.act.make-up',
    subjectKind: 'nomination',
    subjectId: given.nominationId,
    detail: { stage: given.stage, at: run.key },
  })
}
