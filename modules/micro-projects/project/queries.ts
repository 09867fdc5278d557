import { type Actor, hasRole } from '#kernel/access/index.ts'
import { containing, type Db, sql } from '#platform/db/index.ts'
import { ownStates, type projectApi, type State } from '../shared/index.ts'

export const linesOf = async (db: Db, projectId: number): Promise<projectApi.BudgetLine[]> => {
  const { rows } = await sql<projectApi.BudgetLine>`
    select kind, item, quantity, fen from micro.budget_line where project_id = ${projectId} order by seq`.execute(db)
  return rows
}

/** States in which the next thing to do is this person's, by post. */
export const statesWaitingFor = (actor: Actor): State[] => {
  const turns: [boolean, State[]][] = [
    [hasRole(actor, 'representative'), ['draft', 'building']],
    [hasRole(actor, 'village-staff'), ['draft', 'building', 'completed']],
    [hasRole(actor, 'secretary', 'village-committee'), ['secretary', 'acceptance']],
    [hasRole(actor, 'party-office'), ['office']],
    [hasRole(actor, 'leader'), ['leader']],
    [hasRole(actor, 'finance'), ['amount', 'accepted']],
    [hasRole(actor, 'organisation-member'), ['meeting', 'committee']],
  ]
  return [...new Set(turns.flatMap(([holds, states]) => (holds ? states : [])))]
}

export type Filter = {
  state?: State | undefined
  /** A village, or a sub-district with its villages. */
  unitId?: number | undefined
  programmeId?: number | undefined
  words?: string | undefined
  mine?: '1' | undefined
  after?: number | undefined
}

type Row = Omit<projectApi.ProjectBrief, 'mine'>

const pageSize = 30

/** Of the actor's own village, or of a programme that the actor's own sub-district runs: above it nobody has a turn. */
export const ownTurn = ({ unitId }: Actor) =>
  sql<boolean>`(v.id = ${unitId} or p.programme_id in (select g.id from micro.programme g where g.unit_id = ${unitId}))`

const within = (actor: Actor) => sql`v.path like ${`${actor.unitPath}%`}
  and (v.id = ${actor.unitId} or p.state <> all(${[...ownStates]}::text[]))`

const kept = ({ state, unitId, programmeId, mine }: Filter, actor: Actor) => sql`true
  ${state ? sql`and p.state = ${state}` : sql``}
  ${unitId ? sql`and v.path like (select u.path || '%' from units.unit u where u.id = ${unitId})` : sql``}
  ${programmeId ? sql`and p.programme_id = ${programmeId}` : sql``}
  ${mine ? sql`and p.state = any(${statesWaitingFor(actor)}::text[]) and ${ownTurn(actor)}` : sql``}`

const matching = (actor: Actor, filter: Filter) => sql`${within(actor)} and ${kept(filter, actor)}
  ${filter.words ? sql`and (${says(sql`p.title`, filter.words)} or ${says(sql`m.name`, filter.words)})` : sql``}`

/** Case is asked about only where there is one: `ilike` takes twice the time of `like`. */
const says = (column: ReturnType<typeof sql>, words: string) =>
  /[\p{Lu}\p{Ll}]/u.test(words) ? sql`${column} ilike ${containing(words)}` : sql`${column} like ${containing(words)}`

const from = sql`from micro.project p join units.unit v on v.id = p.village_id join micro.member m on m.id = p.lead_id`

export const briefColumns = sql`
  p.id, p.code, p.title, v.name as "villageName", m.name as "leadName", p.state, p.asked_fen as "askedFen",
  p.approved_fen as "approvedFen", p.spent_fen as "spentFen", p.revision, p.changed_at as "changedAt",
  (select count(*)::int from micro.signature s where s.project_id = p.id and s.taken_back_at is null) as households`

/** Projects of the actor's unit and below it, newest first, with how many there are and how many in each state. */
export const listProjects = async (db: Db, actor: Actor, filter: Filter) => {
  const { rows } = await sql<Row & { own: boolean }>`
    select ${briefColumns}, ${ownTurn(actor)} as own ${from} where ${matching(actor, filter)}
      ${filter.after ? sql`and p.id < ${filter.after}` : sql``} order by p.id desc limit ${pageSize + 1}`.execute(db)
  const counted = await countsOf(db, actor, filter)
  const waiting = new Set<string>(statesWaitingFor(actor))
  return {
    rows: rows.slice(0, pageSize).map(({ own, ...row }) => ({ ...row, mine: own && waiting.has(row.state) })),
    total: filter.words ? await countMatching(db, actor, filter) : counted.reduce((sum, { here }) => sum + here, 0),
    next: rows.length > pageSize ? rows[pageSize - 1]!.id : null,
    counts: Object.fromEntries(counted.map(({ state, n }) => [state, n])),
  }
}

/** More rows than this are no list that anybody reads. */
export const mostListed = 50_000

/** The whole list, village by village: at most one more than {@link mostListed}. */
export const allProjects = async (db: Db, actor: Actor, filter: Filter): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select ${briefColumns} ${from} where ${matching(actor, filter)} order by v.sort_no, v.id, p.id
    limit ${mostListed + 1}`.execute(db)
  return rows
}

type Count = { state: State; n: number; here: number }

/** How many stand in each state, and how many of these the filter keeps: village by village out of the index alone. */
const countsOf = async (db: Db, actor: Actor, filter: Filter): Promise<Count[]> => {
  const { rows } = await sql<Count>`
    select p.state, sum(p.n)::int as n, coalesce(sum(p.n) filter (where ${kept(filter, actor)}), 0)::int as here
    from units.unit v cross join lateral (select q.state, q.programme_id, count(*) as n
      from micro.project q where q.village_id = v.id group by q.state, q.programme_id) p
    where ${within(actor)} group by p.state`.execute(db)
  return rows
}

/** Words have to be looked for in each project. */
const countMatching = async (db: Db, actor: Actor, filter: Filter): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${from} where ${matching(actor, filter)}`.execute(
    db,
  )
  return rows[0]!.n
}

/** What waits for the meeting of a programme, village by village. */
export const waitingForMeeting = async (db: Db, programmeId: number): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select ${briefColumns} ${from} where p.programme_id = ${programmeId} and p.state = 'meeting'
    order by v.sort_no, v.id, p.id limit 500`.execute(db)
  return rows
}

export const meetingsOf = async (db: Db, programmeId: number) => {
  const { rows } = await sql<{
    id: number
    heldOn: string
    attendees: string
    resolution: string
    minutesKey: string | null
    projects: { id: number; title: string; villageName: string; passed: boolean }[]
  }>`
    select t.id, t.held_on as "heldOn", t.attendees, t.resolution, f.key as "minutesKey", coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'villageName', v.name,
          'passed', s.outcome = 'pass') order by s.id)
      from micro.step s join micro.project p on p.id = s.project_id join units.unit v on v.id = p.village_id
      where s.meeting_id = t.id), '[]') as projects
    from micro.meeting t left join files.file f on f.id = t.file_id
    where t.programme_id = ${programmeId} order by t.held_on desc, t.id desc limit 100`.execute(db)
  return rows
}
