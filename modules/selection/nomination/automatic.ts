import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Answers, answerAt, fieldsOf } from '#kernel/forms/shared/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Nomination } from '../load.ts'
import { categoryOf, formOf } from '../plan/lookup.ts'

/**
 * Where the plan says so (`leaderBecomes`), the leader of a nominated organisation is a nominee of another category
 * by itself: made with the organisation, renamed with its leader, linked to it for good.
 */
export const followLeader = async (tx: Tx, actor: Actor, organisation: Nomination, answers: Answers): Promise<void> => {
  const { leaderBecomes } = categoryOf(organisation.plan, organisation.category)
  const leader = leaderBecomes && leaderName(organisation, answers)
  if (!leaderBecomes || !leader) return
  const form = formOf(organisation.plan, leaderBecomes)
  const nameKey = form.subject.name ?? 'name'
  const { rows } = await sql<{ id: number }>`
    update selection.nomination set name = ${leader},
      answers = jsonb_set(answers, array[${nameKey}], to_jsonb(${leader}::text)), revision = revision + 1
    where origin_nomination_id = ${organisation.id} and origin = 'automatic' and state in ('draft', 'returned')
      and name is distinct from ${leader}
    returning id`.execute(tx)
  if (rows.length > 0 || (await hasFollower(tx, organisation.id))) return
  const { rows: added } = await sql<{ id: number }>`
    insert into selection.nomination (campaign_id, category, subject, name, origin_unit_id, submission_id, unit_id,
      unit_order, rank, origin, origin_nomination_id, answers, edited_by)
    select m.campaign_id, ${leaderBecomes}, 'person', ${leader}, m.origin_unit_id, m.submission_id, m.unit_id,
      m.unit_order, (select coalesce(max(rank), 0) + 1 from selection.nomination
        where submission_id = m.submission_id and category = ${leaderBecomes} and state <> 'removed'),
      'automatic', m.id, jsonb_build_object(${nameKey}::text, ${leader}::text), ${actor.name}
    from selection.nomination m where m.id = ${organisation.id} returning id`.execute(tx)
  await record(tx, actor, {
    action: 'selection.nomination.follow',
    subjectKind: 'nomination',
    subjectId: added[0]!.id,
    detail: { of: organisation.id, leader },
  })
}

const hasFollower = async (tx: Tx, id: number) => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.nomination where origin_nomination_id = ${id} and origin = 'automatic'`.execute(tx)
  return rows.length > 0
}

/** The answer of the form's field for who leads the organisation: the first `name` field that is not its own name. */
const leaderName = (organisation: Nomination, answers: Answers): string => {
  const form = formOf(organisation.plan, organisation.category)
  const field = fieldsOf(form).find(({ kind, key }) => kind === 'name' && key !== form.subject.name)
  const value = field && answerAt(answers, field.key)
  return typeof value === 'string' ? value.trim() : ''
}
