import { type Db, sql } from '#platform/db/index.ts'
import { moneyApi, type State, stateKeys } from '../shared/index.ts'

type Pace = Pick<moneyApi.YearlyReport, 'states' | 'months' | 'steps'>

/** How a programme's year goes in the villages below a unit: where the projects stand, month by month, step by step. */
export const paceOf = async (db: Db, programmeId: number, path: string): Promise<Pace> => {
  const within = sql`p.programme_id = ${programmeId} and v.path like ${`${path}%`}
    and p.state not in ('rejected', 'withdrawn', 'ended')`
  return { states: await statesOf(db, within), months: await monthsOf(db, within), steps: await stepsOf(db, within) }
}

type Condition = ReturnType<typeof sql>
const from = sql`from micro.project p join units.unit v on v.id = p.village_id`
const civil = (instant: Condition) => sql`(${instant} at time zone 'Asia/Shanghai')::date`

const statesOf = async (db: Db, within: Condition): Promise<Pace['states']> => {
  const { rows } = await sql<{ state: State; projects: number }>`
    select p.state, count(*)::int as projects ${from} where ${within} group by p.state`.execute(db)
  return rows.toSorted((a, b) => stateKeys.indexOf(a.state) - stateKeys.indexOf(b.state))
}

/** The last time that each step was passed: what came back and went again counts from its return. */
const passed = sql`
  left join lateral (select
    max(at) filter (where step = 'secretary') as secretary, max(at) filter (where step = 'office') as office,
    max(at) filter (where step = 'leader') as leader, max(at) filter (where step = 'amount') as amount,
    max(at) filter (where step = 'meeting') as meeting, max(at) filter (where step = 'acceptance') as acceptance,
    max(at) filter (where step = 'committee') as committee
    from micro.step s where s.project_id = p.id and s.outcome = 'pass') t on true
  left join micro.payment y on y.project_id = p.id`
const finishedOn = sql`(p.completion->>'finishedOn')::date`

const monthsOf = async (db: Db, within: Condition): Promise<Pace['months']> => {
  const { rows } = await sql<Pace['months'][number]>`
    select to_char(e.day, 'YYYY-MM') as month, count(*) filter (where what = 'proposed')::int as proposed,
      count(*) filter (where what = 'approved')::int as approved,
      count(*) filter (where what = 'finished')::int as finished,
      coalesce(sum(e.fen), 0)::bigint as "paidFen"
    ${from} ${passed} cross join lateral (values
      ('proposed', case when p.state <> 'draft' then ${civil(sql`p.created_at`)} end, 0),
      ('approved', ${civil(sql`t.meeting`)}, 0), ('finished', ${finishedOn}, 0), ('paid', y.paid_on, y.fen)
    ) as e(what, day, fen)
    where ${within} and e.day is not null group by 1 order by 1`.execute(db)
  return rows
}

const stepsOf = async (db: Db, within: Condition): Promise<Pace['steps']> => {
  const day = (step: string) => civil(sql.ref(`t.${step}`))
  const { rows } = await sql<Pace['steps'][number]>`
    select e.step, count(*)::int as projects, max(e.days)::int as "longestDays",
      percentile_disc(0.5) within group (order by e.days)::int as "medianDays"
    ${from} ${passed} cross join lateral (values
      ('office', ${day('office')} - ${day('secretary')}), ('leader', ${day('leader')} - ${day('office')}),
      ('amount', ${day('amount')} - ${day('leader')}), ('meeting', ${day('meeting')} - ${day('amount')}),
      ('build', ${finishedOn} - ${day('meeting')}), ('publicity', ${day('acceptance')} - ${finishedOn}),
      ('committee', ${day('committee')} - ${day('acceptance')}), ('payment', y.paid_on - ${day('committee')})
    ) as e(step, days)
    where ${within} and e.days >= 0 group by e.step`.execute(db)
  const order = Object.keys(moneyApi.paceSteps)
  return rows.toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
}
