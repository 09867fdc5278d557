import { type Actor, hasRole } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import {
  type Answers,
  type FormDefinition,
  isUnstorable,
  keepLocked,
  normaliseAnswers,
  validateAnswers,
} from '#kernel/forms/shared/index.ts'
import { strokePlace } from '#kernel/names/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { checkNomination, checkSubmission } from '../check.ts'
import type { Nomination, Submission } from '../load.ts'
import { categoryOf, chosenCategory, formOf } from '../plan/lookup.ts'
import type { Articles, Finding, Particulars, WrittenReason } from '../shared/index.ts'
import { claimFiles, measurePhotos } from './attached.ts'
import { followLeader } from './automatic.ts'
import { identityFrom, nameFrom } from './identity.ts'
import { keepConfirmations } from './reasons.ts'

/** Rules that say how many a unit may put up; the place is refused when it is taken, not only at submission. */
const quotaRules = new Set(['quotaPerUnitClass'])

const requireOpen = (submission: { submissionState?: string; state?: string }) => {
  const state = submission.submissionState ?? submission.state
  if (state !== 'open' && state !== 'returned')
    throw refuse('submission.closed', '本单位已上报，需先撤回或由上级退回后才能修改。')
}

/**
 * Puts up a new nominee. The submission is locked, so that two clerks at once cannot both take the last place.
 * @throws Problem `category.unknown`, `quota.exceeded` with the rule's own sentence
 */
export const addNomination = async (
  tx: Tx,
  actor: Actor,
  submission: Submission,
  category: string,
): Promise<number> => {
  requireOpen(submission)
  const { subject } = chosenCategory(submission.plan, category)
  const { id } = await tx
    .insertInto('selection.nomination')
    .values({
      campaign_id: submission.campaignId,
      category,
      subject,
      origin_unit_id: submission.unitId,
      submission_id: submission.id,
      unit_id: submission.unitId,
      unit_order: sql<number>`(select unit_order from selection.submission where id = ${submission.id})`,
      rank: sql<number>`(select coalesce(max(rank), 0) + 1 from selection.nomination
        where submission_id = ${submission.id} and category = ${category} and state <> 'removed')`,
      edited_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await refuseOverQuota(tx, submission, category)
  await record(tx, actor, {
    action: 'selection.nomination.add',
    subjectKind: 'nomination',
    subjectId: id,
    detail: { category },
  })
  return id
}

const refuseOverQuota = async (tx: Tx, submission: Submission, category: string) => {
  const findings = await checkSubmission(tx, submission, 'edit')
  const over = findings.find(
    ({ fn, severity, facts }) => quotaRules.has(fn) && severity === 'block' && concerns(submission, facts, category),
  )
  if (over) throw refuse('quota.exceeded', over.message, { findings: [over] })
}

const concerns = ({ plan }: Submission, facts: Finding['facts'], category: string) => {
  const name = categoryOf(plan, category).name
  return facts.类别 === undefined || facts.类别 === name
}

export type NominationDraft = {
  revision: number
  answers: Answers
  articles: Articles
  particulars: Particulars
  reasons: WrittenReason[]
}

/**
 * Saves what was typed and tells what is wrong with it. Nothing typed is refused for being wrong: only what no cell
 * can hold is, a file that is not there, and an older revision, with the one that is stored now.
 * @throws Problem `version.conflict` with the stored draft as `current`, `answers.unstorable`, `file.unknown`, `picture.none`
 */
export const saveNomination = async (tx: Tx, actor: Actor, nomination: Nomination, draft: NominationDraft) => {
  requireOpen(nomination)
  const form = formOf(nomination.plan, nomination.category)
  const before = await storedDraft(tx, nomination.id)
  if (draft.revision !== before.revision)
    throw refuse('version.conflict', `${before.editedBy}刚刚保存了这份表，请比较两个版本后再保存。`, {
      current: before,
    })
  const typed = keepLocked(form, before.answers, normaliseAnswers(form, draft.answers), 'unit')
  refuseUnstorable(form, typed)
  await claimFiles(tx, actor, nomination.unitPath, 'nomination', attachedTo(before), attachedTo(draft))
  const answers = await measurePhotos(tx, form, typed)
  const name = nameFrom(form, answers)
  await tx
    .updateTable('selection.nomination')
    .set({
      answers: JSON.stringify(answers),
      articles: JSON.stringify(draft.articles),
      particulars: JSON.stringify(draft.particulars),
      reasons: JSON.stringify(keepConfirmations(before.reasons, draft.reasons)),
      name,
      name_order: await strokePlace(name),
      identity_key: identityFrom(form, answers),
      revision: before.revision + 1,
      edited_by: actor.name,
      edited_at: sql`app.now()`,
    })
    .where('id', '=', nomination.id)
    .execute()
  await followLeader(tx, actor, { ...nomination, name }, answers)
  const findings = await checkNomination(tx, nomination)
  await tx
    .updateTable('selection.nomination')
    .set({ findings: JSON.stringify(findings) })
    .where('id', '=', nomination.id)
    .execute()
  return { revision: before.revision + 1, name, findings }
}

/** Where a draft names files. */
const attachedTo = ({ answers, particulars }: Pick<NominationDraft, 'answers' | 'particulars'>) => [
  answers,
  particulars,
]

const refuseUnstorable = (form: FormDefinition, answers: Answers) => {
  const findings = validateAnswers(form, answers, { mode: 'draft', today: '9999-12-31' }).filter(isUnstorable)
  if (findings.length > 0)
    throw refuse('answers.unstorable', '有内容过长或格式不对，没有保存，请按提示修改。', {
      status: 422,
      findings: findings.map(found => ({ ...found, path: `answers.${found.path}` })),
    })
}

const storedDraft = async (tx: Tx, id: number) =>
  tx
    .selectFrom('selection.nomination')
    .select([
      'revision',
      'answers',
      'articles',
      'particulars',
      'reasons',
      'edited_by as editedBy',
      'edited_at as editedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** The unit's principal (主要负责人) confirms a written reason. */
export const confirmReason = async (tx: Tx, actor: Actor, nomination: Nomination, rule: string): Promise<void> => {
  const { reasons } = await storedDraft(tx, nomination.id)
  if (!reasons.some(reason => reason.rule === rule))
    throw refuse('reason.missing', '还没有填写理由，无法确认。', { status: 422 })
  const confirmed = reasons.map(reason => (reason.rule === rule ? { ...reason, confirmedBy: actor.name } : reason))
  await tx
    .updateTable('selection.nomination')
    .set({ reasons: JSON.stringify(confirmed) })
    .where('id', '=', nomination.id)
    .execute()
  await record(tx, actor, {
    action: 'selection.reason.confirm',
    subjectKind: 'nomination',
    subjectId: nomination.id,
    detail: { rule },
  })
}

/** Takes a nominee off the unit's list; it can be put back while the unit is still filling in. */
export const removeNomination = async (tx: Tx, actor: Actor, nomination: Nomination, back: boolean): Promise<void> => {
  requireOpen(nomination)
  if (!back && !hasRole(actor, 'recommender'))
    throw refuse('not.allowed', '您的岗位没有这项操作的权限。', { status: 403 })
  await tx
    .updateTable('selection.nomination')
    .set({ state: back ? 'draft' : 'removed', rank: null })
    .where('id', '=', nomination.id)
    .execute()
  await record(tx, actor, {
    action: back ? 'selection.nomination.restore' : 'selection.nomination.remove',
    subjectKind: 'nomination',
    subjectId: nomination.id,
  })
}
