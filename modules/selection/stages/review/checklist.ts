import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'
import { categoryOf } from '../../plan/lookup.ts'
import type { ChecklistAnswer, Plan } from '../../shared/index.ts'

/** A line that a reviewer answers yes or no. */
export type ChecklistItem = { key: string; title: string; text: string; evidence: string[] }

/** Which of the plan's checklists concern the unit's work as a whole, and not one nominee: their rule has that scope. */
const ofUnits = (plan: Plan, key: string): boolean =>
  plan.rules.some(
    ({ rule, with: { items } }) =>
      rule === 'unitChecklistAnswered' && (items as { plan?: string } | undefined)?.plan === `checklists.${key}.items`,
  )

type Checklist = Plan['checklists'][number]

const itemsFrom = (run: StageRun, wanted: (checklist: Checklist) => boolean): ChecklistItem[] =>
  run.campaign.plan.checklists
    .filter(checklist => checklist.stage === run.key && wanted(checklist))
    .flatMap(({ title, items }) => items.map(({ key, text }) => ({ key, title, text, evidence: [] })))

/** What is to be answered for each nominee of a category: the plan's conditions, then its checklists. */
export const nomineeItems = (run: StageRun, category: string): ChecklistItem[] => [
  ...categoryOf(run.campaign.plan, category).conditions.map(({ key, title, text, evidence }) => ({
    key,
    title: title ?? '推荐条件',
    text,
    evidence: evidence ?? [],
  })),
  ...itemsFrom(
    run,
    ({ key, categories }) =>
      !ofUnits(run.campaign.plan, key) && (!categories || categories === 'all' || categories.includes(category)),
  ),
]

/** What is to be answered once for each unit (工作要求). */
export const unitItems = (run: StageRun): ChecklistItem[] =>
  itemsFrom(run, ({ key }) => ofUnits(run.campaign.plan, key))

const requireKnown = (items: ChecklistItem[], answers: ChecklistAnswer[]) => {
  if (answers.some(({ item }) => !items.some(({ key }) => key === item)))
    throw refuse('checklist.unknown', '清单与方案不一致，请刷新后再填。', { status: 422 })
}

type Answered = { nominationId: number; category: string }

/** Saves a nominee's answers as they stand; an item left out is unanswered again. */
export const answerChecklist = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  { nominationId, category }: Answered,
  answers: ChecklistAnswer[],
): Promise<void> => {
  requireOpenStage(run)
  requireKnown(nomineeItems(run, category), answers)
  await sql`update selection.pool_entry set evidence = evidence || jsonb_build_object('checklist', ${JSON.stringify(answers)}::jsonb)
    where stage_run_id = ${run.id} and nomination_id = ${nominationId}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.review.check',
    subjectKind: 'nomination',
    subjectId: nominationId,
    detail: { stage: run.key, answered: answers.length, no: answers.filter(({ answer }) => answer === 'no').length },
  })
}

export const answerUnitChecklist = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  submissionId: number,
  answers: ChecklistAnswer[],
): Promise<void> => {
  requireOpenStage(run)
  requireKnown(unitItems(run), answers)
  await sql`update selection.stage_run set record = record || jsonb_build_object('unitChecklists',
      coalesce(record -> 'unitChecklists', '{}') || jsonb_build_object(${String(submissionId)}::text, ${JSON.stringify(answers)}::jsonb))
    where id = ${run.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.review.check-unit',
    subjectKind: 'submission',
    subjectId: submissionId,
    detail: { stage: run.key, answered: answers.length },
  })
}
