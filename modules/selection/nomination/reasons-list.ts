import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import type { Finding, WrittenReason } from '../shared/index.ts'

type Row = {
  nominationId: number | null
  submissionId: number
  name: string | null
  category: string | null
  unitName: string
  reasons: WrittenReason[]
  findings: Finding[] | null
}

/**
 * Every written reason (情况说明) of what was handed in, each with the sentence it answers and who confirmed it: what
 * an organiser looks through before it receives the lists. Two queries; reasons of drafts are their unit's own.
 */
export const writtenReasons = async (db: Db, { id, plan }: Campaign) => {
  const { rows } = await sql<Row>`
    select m.id as "nominationId", m.submission_id as "submissionId", m.name, m.category, u.name as "unitName",
      m.reasons, m.findings, m.unit_order as "order"
    from selection.nomination m join units.unit u on u.id = m.unit_id
    where m.campaign_id = ${id} and m.state in ('submitted', 'returned', 'accepted') and m.reasons <> '[]'
    union all
    select null, s.id, null, null, u.name, s.report -> 'reasons', null, s.unit_order
    from selection.submission s join units.unit u on u.id = s.unit_id
    where s.campaign_id = ${id} and s.state in ('submitted', 'returned', 'accepted')
      and jsonb_array_length(coalesce(s.report -> 'reasons', '[]')) > 0
    order by "order", "nominationId" nulls first`.execute(db)
  const rules = new Map(plan.rules.map(rule => [rule.id, rule]))
  return rows.flatMap(({ reasons, findings, ...row }) =>
    reasons.map(({ rule, text, confirmedBy }) => ({
      ...row,
      rule,
      clause: rules.get(rule)?.clause ?? '',
      message: findings?.find(found => found.rule === rule)?.message ?? rules.get(rule)?.message ?? '',
      text,
      confirmedBy: confirmedBy ?? null,
    })),
  )
}
