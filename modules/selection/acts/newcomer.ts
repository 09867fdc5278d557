import type { Actor } from '#kernel/access/index.ts'
import { type Answers, type FormDefinition, normaliseAnswers } from '#kernel/forms/shared/index.ts'
import { strokePlace } from '#kernel/names/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadSubmission, type StageRun, type Submission } from '../load.ts'
import { claimFiles, measurePhotos } from '../nomination/attached.ts'
import { identityFrom, nameFrom } from '../nomination/identity.ts'
import { planForPage } from '../nomination/queries.ts'
import { giveRegisterNumbers } from '../nomination/register-number.ts'
import { categoryOf, formOf } from '../plan/lookup.ts'
import { type Articles, newcomerFindings, type Plan } from '../shared/index.ts'
import { type Added, add, type Grounds, requireAct } from './acts.ts'

export type Newcomer = Grounds & { submissionId: number; category: string; answers: Answers; articles: Articles }

/**
 * 增补 of somebody whom no unit has put up: the organiser fills in the form for the unit and brings the name into this
 * stage. It owes everything that was done before it came, the unit's own steps included.
 * @throws Problem `act.not-allowed`, `act.unit`, `act.category`, `act.incomplete`, `act.known`, `file.unknown`
 */
export const bringNewcomer = async (tx: Tx, actor: Actor, run: StageRun, given: Newcomer): Promise<Added> => {
  requireAct(run, 'add')
  const submission = await unitOf(tx, run, given.submissionId)
  const form = formOf(planWith(run, given.category), given.category)
  const answers = await wholeForm(tx, actor, submission, form, given.answers)
  await requireUnknown(tx, run, identityFrom(form, answers))
  const id = await insertNewcomer(tx, actor, submission, { ...given, answers })
  await giveRegisterNumbers(tx, actor, submission)
  return add(tx, actor, run, { nominationId: id, reason: given.reason, basis: given.basis })
}

const planWith = ({ campaign: { plan } }: StageRun, category: string): Plan => {
  if (plan.categories.some(({ key }) => key === category)) return plan
  throw refuse('act.category', '方案没有这个类别，请重新选择。', { status: 422 })
}

const unitOf = async (tx: Db, run: StageRun, id: number): Promise<Submission> => {
  const submission = await loadSubmission(tx, id)
  if (submission?.campaignId !== run.campaign.id || submission.aboveId !== null)
    throw refuse('act.unit', '这个单位不是本次推选的推荐单位，请重新选择。', { status: 422 })
  return submission
}

/** The form to be filled in for a unit and a category. */
export const newcomerForm = async (db: Db, run: StageRun, asked: { submissionId: number; category: string }) => {
  const { unitClass, unitKey, unitName } = await unitOf(db, run, asked.submissionId)
  const plan = planWith(run, asked.category)
  const recommender = plan.units.find(({ key }) => key === unitKey)?.recommender ?? unitName
  return { plan: planForPage(plan, asked.category), unitClass, recommender }
}

/** The form as a unit would have handed it in; seals and opinions come with what is made up later. */
const wholeForm = async (tx: Tx, actor: Actor, submission: Submission, form: FormDefinition, given: Answers) => {
  const typed = normaliseAnswers(form, given)
  const clock = { today: await businessToday(tx), mode: 'submit' as const, unitClass: submission.unitClass }
  const missing = newcomerFindings(form, typed, clock).filter(({ severity }) => severity === 'block')
  if (missing.length > 0)
    throw refuse('act.incomplete', `推荐表还有${missing.length}处没有填好，请补齐。`, {
      status: 422,
      findings: missing.map(found => ({ ...found, path: `answers.${found.path}` })),
    })
  await claimFiles(tx, actor, submission.unitPath, 'nomination', [], [typed])
  return measurePhotos(tx, form, typed)
}

/** Whoever stands in the campaign already comes in as who they are, with what was found of them. */
const requireUnknown = async (tx: Tx, run: StageRun, identity: string | null) => {
  if (identity === null) return
  const { rows } = await sql<{ name: string }>`
    select name from selection.nomination
    where campaign_id = ${run.campaign.id} and identity_key = ${identity} and state <> 'removed' limit 1`.execute(tx)
  if (rows[0]) throw refuse('act.known', `“${rows[0].name}”已是推荐对象，请从名单中选择，不要另填一份。`)
}

const insertNewcomer = async (tx: Tx, actor: Actor, submission: Submission, given: Newcomer): Promise<number> => {
  const { plan } = submission
  const form = formOf(plan, given.category)
  const name = nameFrom(form, given.answers)
  const { id } = await tx
    .insertInto('selection.nomination')
    .values({
      campaign_id: submission.campaignId,
      category: given.category,
      subject: categoryOf(plan, given.category).subject,
      name,
      name_order: await strokePlace(name),
      identity_key: identityFrom(form, given.answers),
      origin_unit_id: submission.unitId,
      submission_id: submission.id,
      unit_id: submission.unitId,
      unit_order: sql<number>`(select unit_order from selection.submission where id = ${submission.id})`,
      origin: 'added',
      state: 'accepted',
      answers: JSON.stringify(given.answers),
      articles: JSON.stringify(given.articles),
      edited_by: actor.name,
      submitted_at: sql<string>`app.now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
