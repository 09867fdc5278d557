import type { Actor } from '#kernel/access/index.ts'
import type { Answers } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { type Nomination, recommendingKey } from '../load.ts'
import { canConfirmReason, canEditNomination, canRevealAnswer, canRunCampaign, speaksFor } from '../permissions.ts'
import { categoryOf, formOf } from '../plan/lookup.ts'
import {
  type Articles,
  type Finding,
  type Particulars,
  type Plan,
  particulars,
  type WrittenReason,
} from '../shared/index.ts'
import { withoutPrivate } from './private.ts'

type Row = {
  campaignTitle: string
  unitName: string
  unitFullName: string
  unitKey: string | null
  origin: string
  linkedTo: number | null
  rank: number | null
  editedBy: string | null
  editedAt: string
  answers: Answers
  articles: Articles
  particulars: Partial<Particulars>
  reasons: WrittenReason[]
  findings: Finding[]
  versions: number
  returnNotes: { path: string | null; comment: string; dueOn: string | null; at: string }[]
}

/** A nomination with all that its page needs; sensitive answers travel whole only to those who fill in the form. */
export const presentNomination = async (db: Db, actor: Actor, nomination: Nomination) => {
  const { rows } = await sql<Row>`
    select c.title as "campaignTitle", u.name as "unitName", u.full_name as "unitFullName", ${recommendingKey} as "unitKey",
      m.origin, m.origin_nomination_id as "linkedTo", m.rank, m.edited_by as "editedBy", m.edited_at as "editedAt",
      m.answers, m.articles, m.particulars, m.reasons, m.findings,
      (select count(*)::int from selection.nomination_version v where v.nomination_id = m.id) as versions,
      coalesce((select jsonb_agg(jsonb_build_object('path', n.path, 'comment', n.comment, 'dueOn', n.due_on, 'at', n.at)
          order by n.at desc) from selection.return_note n
        where n.nomination_id = m.id and n.settled_at is null), '[]') as "returnNotes"
    from selection.nomination m
    join selection.submission s on s.id = m.submission_id
    join selection.campaign c on c.id = m.campaign_id
    join units.unit u on u.id = m.unit_id
    where m.id = ${nomination.id}`.execute(db)
  const { unitFullName, unitKey, ...row } = rows[0]!
  const { plan } = nomination
  return {
    ...nomination,
    ...row,
    categoryName: categoryOf(plan, nomination.category).name,
    recommender: plan.units.find(({ key }) => key === unitKey)?.recommender ?? unitFullName,
    answers: speaksFor(actor, nomination)
      ? row.answers
      : withoutPrivate(formOf(plan, nomination.category), row.answers),
    particulars: particulars.parse(row.particulars),
    plan: planForPage(plan, nomination.category),
    permissions: {
      edit: canEditNomination(actor, nomination),
      confirm: canConfirmReason(actor, nomination),
      return: canRunCampaign(actor, nomination),
      reveal: canRevealAnswer(actor, nomination),
    },
  }
}

/** The frozen plan without other units and other categories' forms: what rules under the cursor need and no more. */
export const planForPage = (plan: Plan, category: string): Plan => {
  const { form } = categoryOf(plan, category)
  return { ...plan, units: [], forms: { [form]: plan.forms[form]! } }
}
