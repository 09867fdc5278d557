import { containing, type Db, sql } from '#platform/db/index.ts'
import { canEditUnit, type UnitActor } from './permissions.ts'
import type { UnitDetail, UnitNode, UnitPost } from './shared/api.ts'
import type { UnitKind } from './shared/kinds.ts'

export type Unit = {
  id: number
  parentId: number | null
  path: string
  name: string
  fullName: string
  kind: UnitKind
  regionCode: string | null
  sortNo: number
  population: number | null
  populationBasis: string | null
  active: boolean
}

const unitColumns = sql.raw(`u.id, u.parent_id as "parentId", u.path, u.name, u.full_name as "fullName", u.kind,
  u.region_code as "regionCode", u.sort_no as "sortNo", u.population, u.population_basis as "populationBasis", u.active`)

export const unitById = async (db: Db, id: number): Promise<Unit | undefined> => {
  const { rows } = await sql<Unit>`select ${unitColumns} from units.unit u where u.id = ${id}`.execute(db)
  return rows[0]
}

/** The units of the given ids, in official order among siblings; unknown ids are left out. */
export const findUnits = async (db: Db, ids: readonly number[]): Promise<Unit[]> => {
  const { rows } = await sql<Unit>`
    select ${unitColumns} from units.unit u where u.id = any(${ids}::bigint[])
    order by u.sort_no, u.id`.execute(db)
  return rows
}

/** Active units directly below, in official order. */
export const childUnits = async (db: Db, parentId: number): Promise<Unit[]> => {
  const { rows } = await sql<Unit>`
    select ${unitColumns} from units.unit u where u.parent_id = ${parentId} and u.active
    order by u.sort_no, u.id`.execute(db)
  return rows
}

/** Ids of a unit and all below it, closed ones too: what they did stays. */
export const subtreeIds = async (db: Db, id: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select below.id from units.unit top join units.unit below on below.path like top.path || '%'
    where top.id = ${id} order by below.path`.execute(db)
  return rows.map(row => row.id)
}

/** One level of the tree; without a parent the reader's own unit. */
export const listLevel = async (db: Db, actor: UnitActor, parentId?: number): Promise<UnitNode[]> => {
  const which = parentId === undefined ? sql`u.id = ${actor.unitId}` : sql`u.parent_id = ${parentId}`
  const { rows } = await sql<UnitNode>`
    select u.id, u.parent_id as "parentId", u.name, u.kind, u.active,
      (select count(*) from units.unit c where c.parent_id = u.id) as children
    from units.unit u where ${which} and u.path like ${`${actor.unitPath}%`}
    order by u.active desc, u.sort_no, u.id`.execute(db)
  return rows
}

const shownHits = 50
type Hit = { id: number; name: string; kind: UnitKind; active: boolean; above: string[] }

/** Units within the reader's reach whose name holds the words. */
export const searchByName = async (
  db: Db,
  actor: UnitActor,
  words: string,
): Promise<{ units: Hit[]; more: boolean }> => {
  const pattern = containing(words)
  const { rows } = await sql<Hit>`
    select u.id, u.name, u.kind, u.active, array(
        select a.name from units.unit a where u.path like a.path || '_%' and a.path like ${`${actor.unitPath}%`}
        order by length(a.path)) as above
    from units.unit u
    where u.path like ${`${actor.unitPath}%`} and (u.name like ${pattern} or u.full_name like ${pattern})
    order by u.active desc, length(u.path) - length(replace(u.path, '/', '')), u.sort_no, u.id
    limit ${shownHits + 1}`.execute(db)
  return { units: rows.slice(0, shownHits), more: rows.length > shownHits }
}

type DetailRow = Omit<UnitDetail, 'posts' | 'can'> & { path: string }

/** A unit with its posts and people, in two queries. Telephones are for its administrator. */
export const unitDetail = async (db: Db, actor: UnitActor, id: number): Promise<UnitDetail | undefined> => {
  const { rows } = await sql<DetailRow>`
    select ${unitColumns}, u.xmin::text as version,
      (select count(*) from units.unit c where c.parent_id = u.id) as children,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by length(a.path)), '[]')
        from units.unit a where u.path like a.path || '_%' and a.path like ${`${actor.unitPath}%`}) as above
    from units.unit u where u.id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { path, ...unit } = row
  const edit = canEditUnit(actor, { path })
  return { ...unit, posts: await postsOf(db, id, edit), can: { edit, move: edit && path !== actor.unitPath } }
}

const postsOf = async (db: Db, unitId: number, withPhones: boolean): Promise<UnitPost[]> => {
  const { rows } = await sql<UnitPost>`
    select p.id, p.title, p.roles, p.active, coalesce(jsonb_agg(jsonb_build_object('rank', h.rank, 'personId', n.id,
        'name', n.name, 'phone', case when ${withPhones} then n.phone end) order by h.rank)
        filter (where h.id is not null), '[]') as holders
    from units.post p
    left join units.post_holder h on h.post_id = p.id and h.until is null
    left join units.person n on n.id = h.person_id
    where p.unit_id = ${unitId} and (p.active or ${withPhones})
    group by p.id order by p.active desc, p.id`.execute(db)
  return rows
}
