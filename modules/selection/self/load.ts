import { type Actor, hasRole } from '#kernel/access/index.ts'
import type { Answers } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'

/** A recommendation from the public, with whose it is to deal with. */
export type SelfRecommendation = {
  id: number
  campaignId: number
  shortTitle: string
  submissionId: number | null
  /** Path of the receiving unit; the organiser's while it lies there. */
  holderPath: string
  category: string
  answers: Answers
  state: 'received' | 'adopted' | 'declined'
}

/** Locked for update inside a transaction. */
export const loadSelf = async (db: Db, id: number): Promise<SelfRecommendation | undefined> => {
  const lock = db.isTransaction ? sql`for update of r` : sql``
  const { rows } = await sql<SelfRecommendation>`
    select r.id, r.campaign_id as "campaignId", c.short_title as "shortTitle", r.submission_id as "submissionId",
      coalesce(n.path, o.path) as "holderPath", r.category, r.answers, r.state
    from selection.self_recommendation r
    join selection.campaign c on c.id = r.campaign_id
    join units.unit o on o.id = c.unit_id
    left join selection.submission s on s.id = r.submission_id
    left join units.unit n on n.id = s.unit_id
    where r.id = ${id} ${lock}`.execute(db)
  return rows[0]
}

/** The clerk of exactly the office that holds it: nobody above, nobody beside, no principal, no leader. */
export const dealsWith = (
  actor: Actor,
  { submissionId, holderPath }: Pick<SelfRecommendation, 'submissionId' | 'holderPath'>,
) => hasRole(actor, submissionId === null ? 'organiser' : 'recommender') && actor.unitPath === holderPath

export const requireUndecided = ({ state }: SelfRecommendation): void => {
  if (state !== 'received') throw refuse('self.decided', '这件自荐、举荐已经处理过，请刷新后查看。')
}
