import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import type { Progress } from '../shared/api/overview.ts'
import { promises } from './unit-list.ts'

/** How far the units are, in numbers. Two queries, whatever their number. */
export const progressOf = async (db: Db, campaign: Campaign): Promise<Progress> => ({
  units: await unitsByState(db, campaign.id),
  parts: await partsOf(db, campaign),
})

const unitsByState = async (db: Db, campaignId: number): Promise<Progress['units']> => {
  const { rows } = await sql<Progress['units']>`
    select count(*)::int as total,
      count(*) filter (where state = 'open' and not started)::int as unstarted,
      count(*) filter (where state = 'open' and started)::int as drafting,
      count(*) filter (where state = 'submitted')::int as submitted,
      count(*) filter (where state = 'returned')::int as returned,
      count(*) filter (where state = 'accepted')::int as accepted,
      count(*) filter (where promised)::int as promised
    from (select s.state, ${promises} as promised, exists (select from selection.nomination m
        where m.submission_id = s.id and m.state <> 'removed') as started
      from selection.submission s where s.campaign_id = ${campaignId} and s.above_id is null) each`.execute(db)
  return rows[0]!
}

type Part = Omit<Progress['parts'][number], 'categoryName' | 'className'>

const partsOf = async (db: Db, { id, plan }: Campaign): Promise<Progress['parts']> => {
  const { rows } = await sql<Part>`
    select q ->> 'category' as category, s.unit_class as "unitClass",
      case when bool_or(q ->> 'max' is null) then null else sum((q ->> 'max')::int)::int end as places,
      coalesce(sum(n.draft), 0)::int as draft, coalesce(sum(n.handed_in), 0)::int as "handedIn",
      coalesce(sum(n.returned), 0)::int as returned
    from selection.submission s cross join jsonb_array_elements(s.quota) q
    left join (select submission_id, category, count(*) filter (where state = 'draft') as draft,
        count(*) filter (where state in ('submitted', 'accepted')) as handed_in,
        count(*) filter (where state = 'returned') as returned
      from selection.nomination where campaign_id = ${id} group by 1, 2) n
      on n.submission_id = s.id and n.category = q ->> 'category'
    where s.campaign_id = ${id} and s.above_id is null group by 1, 2`.execute(db)
  return plan.categories.flatMap(category =>
    plan.unitClasses.flatMap(({ key, name }) =>
      rows
        .filter(row => row.category === category.key && row.unitClass === key)
        .map(row => ({ ...row, categoryName: category.shortName ?? category.name, className: name })),
    ),
  )
}
