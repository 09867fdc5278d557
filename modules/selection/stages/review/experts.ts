import { type Actor, hasRole, issueSlip } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { loadStageRun, type StageRun } from '../../load.ts'

/** An expert's seat in a review. */
export type Expert = {
  expertId: number
  name: string
  unitName: string
  unitId: number | null
  phone: string | null
  postId: number | null
  run: StageRun
}

type Row = Omit<Expert, 'run'> & { campaignId: number; stage: string }

export const loadExpert = async (db: Db, id: number): Promise<Expert | undefined> => {
  const { rows } = await sql<Row>`
    select x.id as "expertId", x.name, x.unit_name as "unitName", x.unit_id as "unitId", x.phone,
      x.post_id as "postId", r.campaign_id as "campaignId", r.stage
    from selection.expert x join selection.stage_run r on r.id = x.stage_run_id where x.id = ${id}`.execute(db)
  if (!rows[0]) return undefined
  const { campaignId, stage, ...expert } = rows[0]
  const run = await loadStageRun(db, campaignId, stage)
  return run && { ...expert, run }
}

/** Exactly the expert on the seat: the post it was given to, or the holder of its slip. */
export const sitsHere = (actor: Actor, expert: Expert) =>
  hasRole(actor, 'expert') &&
  ((actor.slip?.purpose === 'review' && actor.slip.subjectId === expert.expertId) ||
    (actor.postId !== null && actor.postId === expert.postId))

export type NewExpert = { name: string; unitName: string; unitId?: number; phone?: string; postId?: number }

/** Adds an expert to the panel. @throws Problem `expert.twice` */
export const addExpert = async (tx: Tx, actor: Actor, run: StageRun, expert: NewExpert): Promise<number> => {
  requireOpenStage(run)
  const { rows: twice } = await sql`select from selection.expert where stage_run_id = ${run.id}
    and ((name = ${expert.name} and unit_name = ${expert.unitName})
      or post_id = ${expert.postId ?? null}::bigint)`.execute(tx)
  if (twice.length > 0) throw refuse('expert.twice', `专家“${expert.name}”已在名单中。`)
  const { id } = await tx
    .insertInto('selection.expert')
    .values({
      stage_run_id: run.id,
      name: expert.name,
      unit_name: expert.unitName,
      unit_id: expert.unitId ?? null,
      phone: expert.phone ?? null,
      post_id: expert.postId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, {
    action: 'selection.review.expert.add',
    subjectKind: 'stage-run',
    subjectId: run.id,
    detail: { expert: expert.name, unit: expert.unitName },
  })
  return id
}

/** Takes an expert off the panel, as long as nothing of theirs was handed in. @throws Problem `expert.scored` */
export const removeExpert = async (tx: Tx, actor: Actor, run: StageRun, expertId: number): Promise<void> => {
  requireOpenStage(run)
  const { rows } = await sql`select from selection.score
    where expert_id = ${expertId} and state = 'final' and not recused`.execute(tx)
  if (rows.length > 0) throw refuse('expert.scored', '这位专家已提交评分，不能撤下。')
  await sql`delete from selection.score where expert_id = ${expertId}`.execute(tx)
  const { rows: gone } = await sql<{ name: string }>`
    delete from selection.expert where id = ${expertId} and stage_run_id = ${run.id} returning name`.execute(tx)
  if (!gone[0]) throw refuse('expert.unknown', '名单中没有这位专家，请刷新后再试。', { status: 404 })
  await record(tx, actor, {
    action: 'selection.review.expert.remove',
    subjectKind: 'stage-run',
    subjectId: run.id,
    detail: { expert: gone[0].name },
  })
}

/** A slip for an expert who has no account. @returns its token @throws Problem `expert.phone` */
export const issueExpertSlip = async (tx: Tx, actor: Actor, expert: Expert, expiresAt: string): Promise<string> => {
  requireOpenStage(expert.run)
  if (!expert.phone)
    throw refuse('expert.phone', '请先登记这位专家的手机号码，链接要凭短信验证码打开。', { status: 422 })
  const { token } = await issueSlip(tx, actor, {
    purpose: 'review',
    subjectId: expert.expertId,
    holder: expert.name,
    unitName: expert.unitName,
    phone: expert.phone,
    expiresAt,
  })
  return token
}
