import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { programmesFor } from '../programme/queries.ts'
import { type boardApi, discreetTitle, publicStates, type State, stateKeys, toldStates } from '../shared/index.ts'

type Board = AnswerOf<typeof boardApi.getBoard>

const shownNewest = 6
const shownVillages = 20

/** The board of a person's unit: works of it and of the units below, never of a sibling. Five statements, always. */
export const boardFor = async (db: Db, actor: Actor): Promise<Board> => {
  const running = (await programmesFor(db, actor))[0]
  const year = running?.programme.year ?? 0
  const within = worksWithin(actor.unitPath, year)
  const works = await worksOf(db, within)
  const { households, paidFen } = await signedAndPaid(db, within)
  const { counts, people, money } = totalsOf(works.filter(isState))
  return {
    unitName: await unitNameOf(db, actor),
    programme: running ? { title: running.programme.title, year } : null,
    ...{ counts, people, households },
    money: { ...money, paidFen },
    villages: villagesOf(works.filter(isVillage)),
    newest: (await newestOf(db, within)).map(({ title, ...work }) => ({ ...work, title: discreetTitle(title) })),
  }
}

type Condition = ReturnType<typeof sql>

/** Projects (p) of a year in a subtree. Lists of ids and no joins: a county's hundreds of thousands of rows are met once. */
const worksWithin = (path: string, year: number): Condition => sql`
  p.village_id = any(array(select u.id from units.unit u where u.path like ${`${path}%`}))
  and p.programme_id = any(array(select g.id from micro.programme g where g.year = ${year}))`

const unitNameOf = async (db: Db, { unitId }: Actor): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select name from units.unit where id = ${unitId}`.execute(db)
  return rows[0]?.name ?? ''
}

type Figures = Omit<Board['money'], 'paidFen'> & {
  n: number
  people: number
  proposed: number
  finished: number
  proposedFen: number
}
type OfState = Figures & { state: State; villageId: null }
type OfVillage = Figures & { state: null; villageId: number; name: string; place: number }

const isState = (row: OfState | OfVillage): row is OfState => row.state !== null
const isVillage = (row: OfState | OfVillage): row is OfVillage => row.state === null

const underWay = sql`p.state not in ('rejected', 'withdrawn', 'ended')`

/** Works by state and once more by village, in one pass over the projects. */
const worksOf = async (db: Db, within: Condition): Promise<(OfState | OfVillage)[]> => {
  const { rows } = await sql<OfState | OfVillage>`
    select w.state, v.id as "villageId", v.name, v.sort_no as place, w.n, w.proposed, w.finished, w.people,
      w."askedFen", w."approvedFen", w."spentFen", w."proposedFen"
    from (select p.state, p.village_id, count(*)::int as n, count(*) filter (where p.state <> 'draft')::int as proposed,
        count(*) filter (where p.state in ('accepted', 'paid'))::int as finished,
        coalesce(sum((p.completion->>'participants')::int), 0)::int as people,
        sum(p.asked_fen)::bigint as "askedFen", sum(p.spent_fen)::bigint as "spentFen",
        coalesce(sum(p.approved_fen) filter (where p.state = any(${[...publicStates]}::text[])), 0)::bigint
          as "approvedFen",
        coalesce(sum(p.spent_fen) filter (where p.state <> 'draft'), 0)::bigint as "proposedFen"
      from micro.project p where ${within} and ${underWay}
      group by grouping sets ((p.state), (p.village_id))) w
    left join units.unit v on v.id = w.village_id`.execute(db)
  return rows
}

const totalsOf = (rows: OfState[]): Pick<Board, 'counts' | 'people'> & { money: Omit<Board['money'], 'paidFen'> } => {
  const sum = (value: (row: OfState) => number) => rows.reduce((all, row) => all + value(row), 0)
  const of = new Map(rows.map(({ state, n }) => [state, n]))
  return {
    counts: Object.fromEntries(stateKeys.map(state => [state, of.get(state) ?? 0])) as Board['counts'],
    people: sum(row => row.people),
    money: {
      askedFen: sum(row => row.askedFen),
      approvedFen: sum(row => row.approvedFen),
      spentFen: sum(row => row.spentFen),
    },
  }
}

/** Villages that have proposed something, those with most finished works first. */
const villagesOf = (rows: OfVillage[]): Board['villages'] =>
  rows
    .filter(({ proposed }) => proposed > 0)
    .toSorted(
      (a, b) => b.finished - a.finished || b.proposed - a.proposed || a.place - b.place || a.villageId - b.villageId,
    )
    .slice(0, shownVillages)
    .map(row => ({
      id: row.villageId,
      name: row.name,
      projects: row.proposed,
      finished: row.finished,
      spentFen: row.proposedFen,
    }))

/** Signatures that stand and what was paid; the ids are looked up in one array, not joined project by project. */
const signedAndPaid = async (db: Db, within: Condition): Promise<{ households: number; paidFen: number }> => {
  const ids = sql`array(select p.id from micro.project p where ${within} and ${underWay})`
  const { rows } = await sql<{ households: number; paidFen: number }>`
    select (select count(*)::int from micro.signature s where s.taken_back_at is null and s.project_id = any(i.ids))
        as households,
      (select coalesce(sum(y.fen), 0)::bigint from micro.payment y where y.project_id = any(i.ids)) as "paidFen"
    from (select ${ids} as ids offset 0) i`.execute(db)
  return rows[0]!
}

/** The newest finished works that may be shown are looked for first, and their pictures then. */
const newestOf = async (db: Db, within: Condition): Promise<Board['newest']> => {
  const picture = (part: 'before' | 'after') => sql`(select max(x.id) from micro.picture x
    where x.project_id = w.id and x.part = ${part} and x.privacy is not null)`
  const { rows } = await sql<Board['newest'][number]>`
    select w.id, w.code, w.title, w.village as "villageName", m.name as "leadName", ${picture('before')} as "beforeId",
      ${picture('after')} as "afterId"
    from (select p.id, p.code, p.title, v.name as village, p.lead_id
      from micro.project p join units.unit v on v.id = p.village_id
      where ${within} and p.state = any(${[...toldStates]}::text[])
        and p.id in (select x.project_id from micro.picture x where x.part = 'after' and x.privacy is not null)
      order by p.id desc limit ${shownNewest}) w
    join micro.member m on m.id = w.lead_id order by w.id desc`.execute(db)
  return rows
}
