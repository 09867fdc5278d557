import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { programmesFor } from '../programme/queries.ts'
import { type boardApi, discreetTitle, publicStates, type State, stateKeys } from '../shared/index.ts'

type Board = AnswerOf<typeof boardApi.getBoard>

const shownNewest = 6

/** The board of a person's unit: works of it and of the units below, never of a sibling. Five statements, always. */
export const boardFor = async (db: Db, actor: Actor): Promise<Board> => {
  const running = (await programmesFor(db, actor))[0]
  const year = running?.programme.year ?? 0
  const within = sql`v.path like ${`${actor.unitPath}%`} and g.year = ${year}`
  const counted = await countsOf(db, within)
  return {
    unitName: await unitNameOf(db, actor),
    programme: running ? { title: running.programme.title, year } : null,
    ...counted,
    villages: await villagesOf(db, within),
    newest: (await newestOf(db, within)).map(({ title, ...work }) => ({ ...work, title: discreetTitle(title) })),
  }
}

type Condition = ReturnType<typeof sql>
const from = sql`
  from micro.project p join micro.programme g on g.id = p.programme_id join units.unit v on v.id = p.village_id`

const unitNameOf = async (db: Db, { unitId }: Actor): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select name from units.unit where id = ${unitId}`.execute(db)
  return rows[0]?.name ?? ''
}

type Row = Board['money'] & { state: State; n: number; people: number; households: number }

const countsOf = async (
  db: Db,
  within: Condition,
): Promise<Pick<Board, 'counts' | 'people' | 'households' | 'money'>> => {
  const { rows } = await sql<Row>`
    select p.state, count(*)::int as n, coalesce(sum((p.completion->>'participants')::int), 0)::int as people,
      coalesce(sum(signed.n), 0)::int as households, sum(p.asked_fen)::bigint as "askedFen",
      coalesce(sum(p.approved_fen) filter (where p.state = any(${[...publicStates]}::text[])), 0)::bigint as "approvedFen", sum(p.spent_fen)::bigint as "spentFen",
      coalesce(sum(paid.fen), 0)::bigint as "paidFen"
    ${from}
    left join lateral (select count(*) as n from micro.signature s
      where s.project_id = p.id and s.taken_back_at is null) signed on true
    left join micro.payment paid on paid.project_id = p.id
    where ${within} and p.state not in ('rejected', 'withdrawn') group by p.state`.execute(db)
  const sum = (value: (row: Row) => number) => rows.reduce((all, row) => all + value(row), 0)
  const of = new Map(rows.map(({ state, n }) => [state, n]))
  return {
    counts: Object.fromEntries(stateKeys.map(state => [state, of.get(state) ?? 0])) as Board['counts'],
    people: sum(row => row.people),
    households: sum(row => row.households),
    money: {
      askedFen: sum(row => row.askedFen),
      approvedFen: sum(row => row.approvedFen),
      spentFen: sum(row => row.spentFen),
      paidFen: sum(row => row.paidFen),
    },
  }
}

const villagesOf = async (db: Db, within: Condition): Promise<Board['villages']> => {
  const { rows } = await sql<Board['villages'][number]>`
    select v.id, v.name, count(*)::int as projects,
      count(*) filter (where p.state in ('accepted', 'paid'))::int as finished, sum(p.spent_fen)::bigint as "spentFen"
    ${from} where ${within} and p.state not in ('draft', 'rejected', 'withdrawn')
    group by v.id order by finished desc, projects desc, v.sort_no, v.id limit 20`.execute(db)
  return rows
}

const newestOf = async (db: Db, within: Condition): Promise<Board['newest']> => {
  const picture = (part: 'before' | 'after') => sql`
    left join lateral (select x.id from micro.picture x where x.project_id = p.id and x.part = ${part}
      and x.privacy is not null order by x.id desc limit 1) ${sql.ref(part)} on true`
  const { rows } = await sql<Board['newest'][number]>`
    select p.id, p.code, p.title, v.name as "villageName", m.name as "leadName", before.id as "beforeId",
      after.id as "afterId"
    ${from} join micro.member m on m.id = p.lead_id ${picture('before')} ${picture('after')}
    where ${within} and p.state in ('publicity', 'acceptance', 'committee', 'accepted', 'paid') and after.id is not null
    order by p.id desc limit ${shownNewest}`.execute(db)
  return rows
}
