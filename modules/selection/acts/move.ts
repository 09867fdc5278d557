import type { Actor } from '#kernel/access/index.ts'
import { type Answers, fieldsOf, normaliseAnswers, validateAnswers } from '#kernel/forms/shared/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { StageRun } from '../load.ts'
import { categoryOf, formOf } from '../plan/lookup.ts'
import { type Grounds, requireAct, standingOf, writeAct } from './acts.ts'

export type Missing = { path: string; label: string; message: string }

type Content = { answers: Answers; unitClass: string; category: string }

const contentOf = async (db: Db, run: StageRun, nominationId: number): Promise<Content> => {
  const { rows } = await sql<Content>`
    select m.answers, s.unit_class as "unitClass", m.category
    from selection.nomination m join selection.submission s on s.id = m.submission_id
    where m.id = ${nominationId} and m.campaign_id = ${run.campaign.id}`.execute(db)
  if (!rows[0]) throw refuse('act.unknown', '没有找到这个推荐对象。', { status: 404 })
  return rows[0]
}

/** Whether a nominee can be of another category, and what that category's form still asks for. */
export const previewMove = async (db: Db, run: StageRun, nominationId: number, toCategory: string) => {
  const content = await contentOf(db, run, nominationId)
  return { fits: fits(run, content, toCategory), missing: await missingFor(db, run, content, toCategory) }
}

/** A person stays a person, an organisation an organisation; and it is another category than now. */
const fits = (run: StageRun, { category }: Content, toCategory: string): boolean => {
  const { plan } = run.campaign
  const target = plan.categories.find(({ key }) => key === toCategory)
  return target !== undefined && toCategory !== category && target.subject === categoryOf(plan, category).subject
}

const missingFor = async (db: Db, run: StageRun, content: Content, toCategory: string): Promise<Missing[]> => {
  const { plan } = run.campaign
  if (!fits(run, content, toCategory)) return []
  const form = formOf(plan, toCategory)
  const labels = new Map(fieldsOf(form).map(({ key, label }) => [key, label]))
  const clock = { today: await businessToday(db), mode: 'submit' as const, unitClass: content.unitClass }
  return validateAnswers(form, content.answers, clock)
    .filter(({ code, severity }) => severity === 'block' && code === 'required')
    .map(({ path, message }) => ({ path, label: labels.get(path.split('.')[0]!) ?? path, message }))
}

/**
 * 调整类别: to a category whose form fits. What that form asks besides comes with the act; the rank of the old
 * category means nothing in the new one and is cleared.
 * @throws Problem `act.not-allowed`, `act.misfit`, `act.incomplete` with what is missing
 */
export const move = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  given: Grounds & { nominationId: number; toCategory: string; answers: Answers },
): Promise<number> => {
  requireAct(run, 'move')
  const standing = await standingOf(tx, run, given.nominationId)
  if (standing.outcome === null || standing.outcome === 'out')
    throw refuse('act.absent', `“${standing.name}”不在本环节名单中。`)
  const content = await contentOf(tx, run, given.nominationId)
  if (!fits(run, content, given.toCategory))
    throw refuse('act.misfit', '这个类别推荐的对象与原类别不同，不能调整。', { status: 422 })
  const form = formOf(run.campaign.plan, given.toCategory)
  const answers = normaliseAnswers(form, { ...content.answers, ...given.answers })
  const missing = await missingFor(tx, run, { ...content, answers }, given.toCategory)
  if (missing.length > 0)
    throw refuse('act.incomplete', `新类别的推荐表还缺${missing.length}项，请补齐。`, {
      status: 422,
      findings: missing.map(({ path, message }) => ({ path: `answers.${path}`, message })),
    })
  await sql`update selection.nomination set category = ${given.toCategory}, rank = null,
    answers = ${JSON.stringify({ ...content.answers, ...answers })}::jsonb, revision = revision + 1
    where id = ${standing.id}`.execute(tx)
  await sql`update selection.pool_entry set category = ${given.toCategory}
    where stage_run_id = ${run.id} and nomination_id = ${standing.id}`.execute(tx)
  const { reason, basis, nominationId, toCategory } = given
  return writeAct(tx, actor, run, {
    kind: 'move',
    nominationId,
    reason,
    basis,
    fromCategory: standing.category,
    toCategory,
    before: { outcome: standing.outcome, reason: standing.reason, category: standing.category, rank: standing.rank },
  })
}
