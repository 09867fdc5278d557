import { type Db, sql } from '#platform/db/index.ts'
import { type Completion, type Programme, publicStates, type State, toldStates } from '../shared/index.ts'

const shown = sql`p.state = any(${[...publicStates]}::text[])`
const told = sql`p.state = any(${[...toldStates]}::text[])`
/** Posted notices carry whole telephone numbers; their photographs stay with the office. */
const open = sql`${told} and x.privacy is not null and x.part in ('before', 'during', 'after', 'plaque')`

export type Figures = {
  projects: number
  building: number
  publicised: number
  finished: number
  people: number
  spentFen: number
}
const figures = sql`
  count(p.id)::int as projects,
  count(p.id) filter (where p.state in ('building', 'completed'))::int as building,
  count(p.id) filter (where p.state = 'publicity')::int as publicised,
  count(p.id) filter (where p.state in ('accepted', 'paid'))::int as finished,
  coalesce(sum((p.completion->>'participants')::int) filter (where ${told}), 0)::int as people,
  coalesce(sum(p.spent_fen) filter (where ${told}), 0)::bigint as "spentFen"`

/** Whom to call, by the newest programme. */
export type Supervised = { supervisor: string; supervisorPhone: string | null }
const supervised = sql`
  (array_agg(g.content->>'supervisor' order by g.year desc))[1] as supervisor,
  (array_agg(g.content->>'supervisorPhone' order by g.year desc))[1] as "supervisorPhone"`

export type District = Figures & Supervised & { id: number; name: string; title: string; year: number }

/** Sub-districts with a programme, or one of them, each with its newest one and what all of them came to. */
export const publicDistricts = async (db: Db, id?: number): Promise<District[]> => {
  const { rows } = await sql<District>`
    select d.id, d.name, (array_agg(g.content->>'title' order by g.year desc))[1] as title, max(g.year) as year, ${supervised},
      coalesce(sum(f.projects), 0)::int as projects, coalesce(sum(f.finished), 0)::int as finished,
      coalesce(sum(f.building), 0)::int as building, coalesce(sum(f.publicised), 0)::int as publicised,
      coalesce(sum(f.people), 0)::int as people, coalesce(sum(f."spentFen"), 0)::bigint as "spentFen"
    from micro.programme g join units.unit d on d.id = g.unit_id
    left join lateral (select ${figures} from micro.project p where p.programme_id = g.id and ${shown}) f on true
    ${id === undefined ? sql`` : sql`where d.id = ${id}`}
    group by d.id order by d.sort_no, d.id`.execute(db)
  return rows
}

export type Village = Figures & Supervised & { id: number; name: string; districtId: number; districtName: string }

const villages = (where: ReturnType<typeof sql>) => sql<Village>`
  select v.id, v.name, d.id as "districtId", d.name as "districtName", ${supervised}, ${figures}
  from micro.project p join micro.programme g on g.id = p.programme_id
  join units.unit v on v.id = p.village_id join units.unit d on d.id = g.unit_id
  where ${shown} and ${where} group by v.id, d.id order by v.sort_no, v.id`

/** Villages of a sub-district that have something to show. */
export const publicVillages = async (db: Db, districtId: number): Promise<Village[]> =>
  (await villages(sql`g.unit_id = ${districtId}`).execute(db)).rows

/** One village; its households that signed are counted for it alone. */
export const publicVillage = async (db: Db, id: number) => {
  const [village] = (await villages(sql`p.village_id = ${id}`).execute(db)).rows
  if (!village) return undefined
  const { rows } = await sql<{ households: number }>`
    select count(distinct s.household_id)::int as households from micro.project p
    join micro.signature s on s.project_id = p.id and s.taken_back_at is null
    where p.village_id = ${id} and ${shown}`.execute(db)
  return { ...village, households: rows[0]!.households }
}

export type Card = {
  id: number
  code: string
  title: string
  villageName: string
  leadName: string
  state: State
  year: number
  spentFen: number
  approvedFen: number | null
  finishedOn: string | null
  /** A picture of it, the newest after the works before one from before them. */
  pictureId: number | null
}

const cards = sql`
  select p.id, p.code, p.title, v.name as "villageName", m.name as "leadName", p.state, g.year,
    p.spent_fen as "spentFen", p.approved_fen as "approvedFen", case when ${told} then p.completion->>'finishedOn' end as "finishedOn",
    (select x.id from micro.picture x where x.project_id = p.id and ${open}
      order by array_position(array['after', 'during', 'before'], x.part), x.id desc limit 1) as "pictureId"
  from micro.project p join micro.programme g on g.id = p.programme_id
  join units.unit v on v.id = p.village_id join micro.member m on m.id = p.lead_id`

/** The newest finished projects, of one sub-district or of all. */
export const newestFinished = async (db: Db, limit: number, districtId?: number): Promise<Card[]> => {
  const { rows } = await sql<Card>`
    ${cards} where ${told}
      ${districtId === undefined ? sql`` : sql`and g.unit_id = ${districtId}`}
    order by p.id desc limit ${limit}`.execute(db)
  return rows
}

const pageSize = 24

/** A village's projects, newest first, a page at a time. */
export const villageProjects = async (db: Db, villageId: number, after?: number) => {
  const { rows } = await sql<Card>`
    ${cards} where p.village_id = ${villageId} and ${shown} ${after ? sql`and p.id < ${after}` : sql``}
    order by p.id desc limit ${pageSize + 1}`.execute(db)
  return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.id : null }
}

export type PublicProject = Card & {
  villageId: number
  districtId: number
  districtName: string
  programme: Programme
  scale: string
  effect: string
  completion: Completion | null
  households: number
  backers: number
  hungOn: string | null
  notice: { code: string; publishedOn: string; lastDay: string } | null
}

/** A project that the public may see, with its notice once that is issued. */
export const publicProject = async (db: Db, code: string): Promise<PublicProject | undefined> => {
  const { rows } = await sql<PublicProject>`
    select c.*, p.village_id as "villageId", g.unit_id as "districtId", d.name as "districtName",
      g.content as programme, coalesce(p.brief->>'scale', '') as scale, coalesce(p.brief->>'effect', '') as effect,
      case when ${told} then p.completion - 'people' end as completion, q.hung_on as "hungOn",
      (select count(*)::int from micro.signature s where s.project_id = p.id and s.taken_back_at is null) as households,
      (select count(*)::int from micro.backing b where b.project_id = p.id) as backers,
      (select jsonb_build_object('code', n.code, 'publishedOn', n.published_on, 'lastDay', n.last_day)
        from publicity.notice n where n.id = p.notice_id and n.state = 'issued') as notice
    from (${cards} where p.code = ${code} and ${shown}) c join micro.project p on p.id = c.id
    join micro.programme g on g.id = p.programme_id join units.unit d on d.id = g.unit_id
    left join micro.plaque q on q.project_id = p.id`.execute(db)
  return rows[0]
}

export type PublicPicture = {
  id: number
  part: 'before' | 'during' | 'after' | 'plaque'
  width: number
  height: number
}

export const publicPictures = async (db: Db, projectId: number): Promise<PublicPicture[]> => {
  const { rows } = await sql<PublicPicture>`
    select x.id, x.part, coalesce((f.facts->>'width')::int, 4) as width, coalesce((f.facts->>'height')::int, 3) as height
    from micro.picture x join micro.project p on p.id = x.project_id join files.file f on f.id = x.file_id
    where p.id = ${projectId} and ${open} order by x.id`.execute(db)
  return rows
}

/** Key of the file of a picture that is public now; its answer about people in it can be taken back. */
export const publicPictureKey = async (db: Db, code: string, id: number): Promise<string | undefined> => {
  const { rows } = await sql<{ key: string }>`
    select f.key from micro.picture x join micro.project p on p.id = x.project_id join files.file f on f.id = x.file_id
    where x.id = ${id} and p.code = ${code} and ${open}`.execute(db)
  return rows[0]?.key
}

export type MoneyLine = { seq: number; kind: string; item: string; quantity: string; fen: number; spent: boolean }

/** What a project was to cost and what it cost, line by line, without receipts. */
export const publicMoney = async (db: Db, projectId: number): Promise<MoneyLine[]> => {
  const { rows } = await sql<MoneyLine>`
    select seq, kind, item, quantity, fen, false as spent from micro.budget_line where project_id = ${projectId}
    union all
    select e.id::int, e.kind, e.item, '', e.fen, true from micro.expense e join micro.project p on p.id = e.project_id
    where p.id = ${projectId} and ${told}
    order by spent, seq`.execute(db)
  return rows
}
