import { type Db, sql } from '#platform/db/index.ts'
import type { RunningProgramme } from '../programme/queries.ts'
import { type moneyApi, publicStates, type State } from '../shared/index.ts'
import { paceOf } from './pace.ts'
import type { Scope } from './permissions.ts'

type Row = moneyApi.YearlyReport['rows'][number]

/** Not counted: what was never handed in, and what was refused or taken back. */
const uncounted: State[] = ['draft', 'rejected', 'withdrawn', 'ended']
const finished: State[] = ['accepted', 'paid']

/** A year village by village, in the official order: projects, who signed for them, their money and their pace. */
export const yearlyReport = async (db: Db, { id, programme }: RunningProgramme, scope: Scope) => {
  const rows = await villageRows(db, id, scope.path)
  const { year, title } = programme
  const pace = await paceOf(db, id, scope.path)
  return { year, title, rows, total: totalOf(rows), ...pace, permissions: { names: scope.names } }
}

const figures = [
  ...(['projects', 'approved', 'finished', 'members', 'signers', 'households'] as const),
  ...(['askedFen', 'approvedFen', 'spentFen', 'paidFen'] as const),
]

const totalOf = (rows: readonly Row[]): moneyApi.ReportFigures =>
  Object.fromEntries(figures.map(key => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as moneyApi.ReportFigures

const villageRows = async (db: Db, programmeId: number, path: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    with j as (select id, village_id, state, asked_fen, approved_fen, spent_fen from micro.project
      where programme_id = ${programmeId} and state <> all(${uncounted}::text[])),
    counted as (select j.village_id, count(*)::int as projects,
        count(*) filter (where state = any(${[...publicStates]}::text[]))::int as approved,
        count(*) filter (where state = any(${finished}::text[]))::int as finished,
        coalesce(sum(approved_fen) filter (where state = any(${[...publicStates]}::text[])), 0)::bigint as approved_fen,
        sum(asked_fen)::bigint as asked_fen, sum(spent_fen)::bigint as spent_fen, coalesce(sum(y.fen), 0)::bigint as paid_fen
      from j left join micro.payment y on y.project_id = j.id group by j.village_id),
    entitled as (select m.village_id, count(*)::int as n from micro.account a join micro.member m on m.id = a.member_id
      where a.programme_id = ${programmeId} group by m.village_id),
    signed as (select j.village_id, count(distinct b.member_id)::int as n from j
      join micro.backing b on b.project_id = j.id group by j.village_id),
    stood as (select j.village_id, count(distinct s.household_id)::int as n from j
      join micro.signature s on s.project_id = j.id and s.taken_back_at is null group by j.village_id)
    select v.id as "villageId", v.name as "villageName", coalesce(c.projects, 0) as projects,
      coalesce(c.approved, 0) as approved, coalesce(c.finished, 0) as finished, coalesce(e.n, 0) as members,
      coalesce(g.n, 0) as signers, coalesce(h.n, 0) as households, coalesce(c.asked_fen, 0) as "askedFen",
      coalesce(c.approved_fen, 0) as "approvedFen",
      coalesce(c.spent_fen, 0) as "spentFen", coalesce(c.paid_fen, 0) as "paidFen"
    from units.unit v left join counted c on c.village_id = v.id left join entitled e on e.village_id = v.id
    left join signed g on g.village_id = v.id left join stood h on h.village_id = v.id
    where v.path like ${`${path}%`} and v.kind = 'village' and (v.active or c.projects > 0)
    order by v.sort_no, v.id`.execute(db)
  return rows
}
