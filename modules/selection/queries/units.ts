import type { z } from 'zod'
import { type Db, decodePosition, pageOf, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import type { campaignsApi, QuotaOfUnit } from '../shared/index.ts'

type Query = z.output<NonNullable<typeof campaignsApi.listUnits.query>>
type Row = {
  submissionId: number
  unitId: number
  unitName: string
  unitClass: string
  unitOrder: number
  state: string
  dueOn: string | null
  returnDueOn: string | null
  submittedAt: string | null
  lastDay: string | null
  notice: { from: string; to: string; running: boolean } | null
  promisedSeals: number
  problems: number
  quota: QuotaOfUnit[]
  counts: { category: string; state: string; n: number }[]
}

const started = sql<boolean>`exists (select from selection.nomination m
  where m.submission_id = s.id and m.state <> 'removed')`

/** Seals and papers promised by a date (待补章), in the form's cells and beside it. */
const promised = sql<number>`(select coalesce(sum(
    jsonb_array_length(jsonb_path_query_array(m.answers, '$.*.evidence ? (@.kind == "promised")'))
    + jsonb_array_length(jsonb_path_query_array(m.particulars, '$.seals.*.evidence ? (@.kind == "promised")'))
    + jsonb_array_length(jsonb_path_query_array(m.particulars, '$.materials.* ? (exists(@.promisedBy))'))), 0)::int
  from selection.nomination m where m.submission_id = s.id and m.state <> 'removed')`

const stateFilter = (state: Query['state']) => {
  if (!state) return sql``
  if (state === 'unstarted') return sql`and s.state = 'open' and not ${started}`
  if (state === 'drafting') return sql`and s.state = 'open' and ${started}`
  return state === 'promised' ? sql`and ${promised} > 0` : sql`and s.state = ${state}`
}

/** Units against quota and deadline, in official order. Two queries, whatever the number of units. */
export const listUnits = async (db: Db, campaign: Campaign, query: Query) => {
  const filter = sql`
    s.campaign_id = ${campaign.id} and s.above_id is null
    ${stateFilter(query.state)}
    ${query.search ? sql`and u.name like ${`%${query.search.replaceAll(/[%_\\]/g, '\\$&')}%`}` : sql``}`
  const after = decodePosition(query.after)
  const { rows } = await sql<Row>`
    select s.id as "submissionId", s.unit_id as "unitId", u.name as "unitName", s.unit_class as "unitClass",
      s.unit_order as "unitOrder", s.state, s.due_on as "dueOn", s.return_due_on as "returnDueOn",
      s.submitted_at as "submittedAt", s.quota,
      (select max(last_day) from selection.local_notice l where l.submission_id = s.id) as "lastDay",
      (select jsonb_build_object('from', min(published_on), 'to', max(last_day),
          'running', max(last_day) >= (app.now() at time zone 'Asia/Shanghai')::date)
        from selection.local_notice l where l.submission_id = s.id having count(*) > 0) as notice,
      ${promised} as "promisedSeals",
      (select coalesce(sum(jsonb_array_length(
          jsonb_path_query_array(m.findings, '$[*] ? (@.severity == "block")'))), 0)::int
        from selection.nomination m where m.submission_id = s.id and m.state <> 'removed') as problems,
      coalesce((select jsonb_agg(c) from (
        select category, state, count(*)::int as n from selection.nomination m
        where m.submission_id = s.id and m.state <> 'removed' group by 1, 2) c), '[]') as counts
    from selection.submission s join units.unit u on u.id = s.unit_id
    where ${filter}
    ${after ? sql`and (s.unit_order, s.id) > (${after[0]}::int, ${after[1]}::bigint)` : sql``}
    order by s.unit_order, s.id limit ${query.limit + 1}`.execute(db)
  const { rows: totals } = await sql<{ total: number }>`
    select count(*)::int as total from selection.submission s join units.unit u on u.id = s.unit_id
    where ${filter}`.execute(db)
  const page = pageOf(rows, query.limit, row => [row.unitOrder, row.submissionId])
  return { rows: page.rows.map(row => present(campaign, row)), next: page.next, total: totals[0]!.total }
}

const present = (campaign: Campaign, row: Row) => ({
  ...row,
  className: campaign.plan.unitClasses.find(({ key }) => key === row.unitClass)?.name ?? row.unitClass,
  counts: row.quota.map(({ category, max }) => ({
    category,
    max,
    ...Object.fromEntries(
      (['draft', 'submitted', 'returned', 'accepted'] as const).map(state => [
        state,
        row.counts.find(count => count.category === category && count.state === state)?.n ?? 0,
      ]),
    ),
  })) as {
    category: string
    max: number | null
    draft: number
    submitted: number
    returned: number
    accepted: number
  }[],
})
