import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadNomination, loadSubmission } from '../load.ts'
import { addNomination, saveNomination } from '../nomination/nomination.ts'
import { particulars } from '../shared/index.ts'
import { requireUndecided, type SelfRecommendation } from './load.ts'
import { tellUnit } from './receive.ts'

/**
 * Puts up whom the public recommended, with what was typed filled in. The unit's quota holds as for any other.
 * @returns the nomination
 * @throws Problem `self.decided`, `self.elsewhere`, `submission.closed`, `quota.exceeded`
 */
export const adoptSelf = async (tx: Tx, actor: Actor, self: SelfRecommendation): Promise<number> => {
  requireUndecided(self)
  const submission = self.submissionId === null ? undefined : await loadSubmission(tx, self.submissionId)
  if (!submission) throw refuse('self.elsewhere', '请先转给推荐单位，由推荐单位列为推荐对象。')
  const id = await addNomination(tx, actor, submission, self.category)
  const draft = { revision: 0, answers: self.answers, articles: {}, particulars: particulars.parse({}), reasons: [] }
  await saveNomination(tx, actor, (await loadNomination(tx, id))!, draft)
  await sql`update selection.nomination set origin = 'self' where id = ${id}`.execute(tx)
  await sql`
    update selection.self_recommendation set state = 'adopted', nomination_id = ${id}, decided_by = ${actor.name},
      decided_at = app.now() where id = ${self.id}`.execute(tx)
  await recordSelf(tx, actor, self, 'adopt', { nomination: id })
  return id
}

/** Not taken up; the reason, where there is one, is shown to whoever has the receipt. @throws Problem `self.decided` */
export const declineSelf = async (tx: Tx, actor: Actor, self: SelfRecommendation, reason: string): Promise<void> => {
  requireUndecided(self)
  await sql`
    update selection.self_recommendation set state = 'declined', public_reason = ${reason || null},
      decided_by = ${actor.name}, decided_at = app.now() where id = ${self.id}`.execute(tx)
  await recordSelf(tx, actor, self, 'decline')
}

/** Hands it from the organiser to a unit of the campaign. @throws Problem `self.decided`, `self.passed`, `self.unit` */
export const passSelf = async (tx: Tx, actor: Actor, self: SelfRecommendation, submissionId: number): Promise<void> => {
  requireUndecided(self)
  if (self.submissionId !== null) throw refuse('self.passed', '已经转给推荐单位。')
  const { numAffectedRows } = await sql`
    update selection.self_recommendation set submission_id = ${submissionId} where id = ${self.id}
      and exists (select from selection.submission where id = ${submissionId} and campaign_id = ${self.campaignId})`.execute(
    tx,
  )
  if (!numAffectedRows) throw refuse('self.unit', '这个单位不在本次推选中。', { status: 422 })
  await tellUnit(tx, { id: self.campaignId, shortTitle: self.shortTitle }, submissionId)
  await recordSelf(tx, actor, self, 'pass', { submission: submissionId })
}

const recordSelf = (tx: Tx, actor: Actor, { id, campaignId }: SelfRecommendation, act: string, detail = {}) =>
  record(tx, actor, {
    action: `selection.self.${act}`,
    subjectKind: 'self-recommendation',
    subjectId: id,
    detail: { campaign: campaignId, ...detail },
  })
