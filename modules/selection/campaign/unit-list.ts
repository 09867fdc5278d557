import type { z } from 'zod'
import { containing, type Db, decodePosition, pageOf, sql } from '#platform/db/index.ts'
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

/** Has seals or papers promised by a date (待补章). */
export const promises = sql<boolean>`exists (select from selection.nomination m
  where m.submission_id = s.id and m.promised > 0 and m.state <> 'removed')`

/** First and last day of the unit's own notices; all null where it has none. */
const noticeOf = sql`(
  select min(published_on) as from, max(last_day) as to, max(last_day) >= app.today() as running
  from selection.local_notice l where l.submission_id = s.id)`

/** What the unit's nominations come to. */
const heldBy = sql`(
  select coalesce(sum(promised), 0)::int as promised, coalesce(sum(problems), 0)::int as problems,
    coalesce(jsonb_agg(jsonb_build_object('category', category, 'state', state, 'n', n)), '[]') as counts
  from (select category, state, count(*)::int as n, sum(promised) as promised, sum(problems) as problems
    from selection.nomination m where m.submission_id = s.id and m.state <> 'removed' group by 1, 2) each)`

const stateFilter = (state: Query['state']) => {
  if (!state) return sql``
  if (state === 'unstarted') return sql`and s.state = 'open' and not ${started}`
  if (state === 'drafting') return sql`and s.state = 'open' and ${started}`
  return state === 'promised' ? sql`and ${promises}` : sql`and s.state = ${state}`
}

/** Units against quota and deadline, in official order. Two queries, whatever the number of units. */
export const listUnits = async (db: Db, campaign: Campaign, query: Query) => {
  const filter = sql`
    s.campaign_id = ${campaign.id} and s.above_id is null
    ${stateFilter(query.state)}
    ${query.search ? sql`and u.name like ${containing(query.search)}` : sql``}`
  const after = decodePosition(query.after)
  const { rows } = await sql<Row>`
    select s.id as "submissionId", s.unit_id as "unitId", u.name as "unitName", s.unit_class as "unitClass",
      s.unit_order as "unitOrder", s.state, s.due_on as "dueOn", s.return_due_on as "returnDueOn",
      s.submitted_at as "submittedAt", s.quota,
      notice.to as "lastDay", case when notice.to is not null then to_jsonb(notice) end as notice,
      held.promised as "promisedSeals", held.problems, held.counts
    from selection.submission s join units.unit u on u.id = s.unit_id
    cross join lateral ${noticeOf} notice
    cross join lateral ${heldBy} held
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
