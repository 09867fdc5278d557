import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { findingsAt } from '../../check.ts'
import { loadSubmissionFacts } from '../../facts/submission.ts'
import { blocking } from '../../shared/index.ts'
import { currentList } from './list.ts'
import type { Consulting } from './load.ts'
import type { Advice } from './shared/api.ts'

/**
 * Sends the unit's initial list to the organiser. It may be sent again while the unit still works on it: remarks on
 * names that stay are kept, and the first sending is the one that counts against the date (R003-17).
 * @throws Problem `consult.empty`, `consult.handed-in`, `consult.blocked` with the rules' findings
 */
export const sendConsultation = async (tx: Tx, actor: Actor, consulting: Consulting, note: string | undefined) => {
  const { run, submission } = consulting
  requireOpenStage(run)
  if (submission.state === 'accepted' || submission.state === 'submitted')
    throw refuse('consult.handed-in', '正式名单已上报，不再报送初步名单。')
  const names = await currentList(tx, submission)
  if (names.length === 0) throw refuse('consult.empty', '还没有推荐对象，填好姓名后再报送。', { status: 422 })
  const findings = findingsAt(submission.plan, await loadSubmissionFacts(tx, submission, 'draft'), 'consult', run.key)
  const stops = blocking(findings)
  if (stops.length > 0) throw refuse('consult.blocked', stops[0]!.message, { status: 422, findings: stops })
  const { rows } = await sql<{ id: number }>`
    insert into selection.consultation (stage_run_id, submission_id, names, note)
    values (${run.id}, ${submission.id}, ${JSON.stringify(names)}::jsonb, ${note ?? null})
    on conflict (stage_run_id, submission_id) do update
      set names = excluded.names, note = excluded.note, sent_at = app.now(), answered_at = null
    returning id`.execute(tx)
  await sql`delete from selection.consult_remark where consultation_id = ${rows[0]!.id}
    and nomination_id <> all(${names.map(({ nominationId }) => nominationId)}::bigint[])`.execute(tx)
  await notify(tx, {
    postIds: await postsWithRole(tx, run.campaign.unitId, 'organiser'),
    subject: `${submission.unitName}报来初步推荐对象名单`,
    body: `“${submission.shortTitle}”${run.stage.title}，共${names.length}个名字，请提出意见。`,
    link: pageOf(consulting),
    campaignId: submission.campaignId,
  })
  await record(tx, actor, {
    action: 'selection.consult.send',
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { stage: run.key, names: names.length },
  })
  return { names: names.length }
}

export type Remark = { nominationId: number; advice: Advice; words: string }

/**
 * The organiser's remarks, recorded and binding nobody.
 * @throws Problem `consult.none`, `consult.words` where an advice to change says nothing, `consult.unknown`
 */
export const remarkConsultation = async (
  tx: Tx,
  actor: Actor,
  consulting: Consulting,
  given: Remark[],
): Promise<void> => {
  const { run, submission } = consulting
  requireOpenStage(run)
  const { id, names } = await sentBy(tx, consulting)
  for (const { nominationId, advice, words } of given) {
    const listed = names.find(each => each.nominationId === nominationId)
    if (!listed) throw refuse('consult.unknown', '名单已重新报送，请刷新后再提意见。', { status: 422 })
    if (advice !== 'keep' && !words)
      throw refuse('consult.words', `请写明对“${listed.name}”的具体意见。`, {
        status: 422,
        findings: [{ path: `remarks.${nominationId}.words`, message: '请写明具体意见' }],
      })
    await sql`insert into selection.consult_remark (consultation_id, nomination_id, advice, words, made_by)
      values (${id}, ${nominationId}, ${advice}, ${words}, ${actor.name})
      on conflict (consultation_id, nomination_id) do update
        set advice = excluded.advice, words = excluded.words, made_by = excluded.made_by, at = app.now()`.execute(tx)
  }
  await sql`update selection.consultation set answered_at = app.now() where id = ${id}`.execute(tx)
  await notify(tx, {
    postIds: await postsWithRole(tx, submission.unitId, 'recommender', 'principal'),
    subject: `“${submission.shortTitle}”${run.stage.title}意见已返回`,
    body: `${run.campaign.organiserName}对初步推荐对象名单提出了意见，供研究时参考。`,
    link: pageOf(consulting),
    campaignId: submission.campaignId,
  })
  await record(tx, actor, {
    action: 'selection.consult.remark',
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { stage: run.key, remarks: given.length },
  })
}

const sentBy = async (tx: Tx, { run, submission }: Consulting) => {
  const { rows } = await sql<{ id: number; names: { nominationId: number; name: string }[] }>`
    select id, names from selection.consultation
    where stage_run_id = ${run.id} and submission_id = ${submission.id} for update`.execute(tx)
  if (!rows[0]) throw refuse('consult.none', '该单位还没有报送初步名单。')
  return rows[0]
}

/** Where in the desk a unit's pre-review is dealt with, by both sides. */
export const pageOf = ({ run, submission }: Consulting) =>
  `/selection/submissions/${submission.id}/consultations/${run.key}`
