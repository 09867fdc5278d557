import { type Db, sql } from '#platform/db/index.ts'
import type { UnitActor } from '../permissions.ts'
import type { UnitKind } from '../shared/kinds.ts'

export type HeldUnit = {
  id: number
  parentId: number | null
  name: string
  kind: UnitKind
  regionCode: string | null
  sortNo: number
  population: number | null
  populationBasis: string | null
  active: boolean
  /** Names from the importer's own unit down, joined by “/”: what identifies a unit in a file. */
  key: string
}

/** The first person of a post, as held now; a vacant post has no person. */
export type HeldContact = {
  postId: number
  unitId: number
  title: string
  personId: number | null
  name: string | null
  phone: string | null
  login: string | null
}

export type Held = { own: HeldUnit; units: Map<string, HeldUnit>; contacts: Map<string, HeldContact> }

/** Where a post is found in {@link Held}. */
export const contactKey = (unitId: number, title: string) => `${unitId}/${title}`

/** Everything within the importer's reach, in two queries however large the tree is. */
export const readHeld = async (db: Db, actor: UnitActor): Promise<Held> => {
  const { rows } = await sql<Omit<HeldUnit, 'key'>>`
    select id, parent_id as "parentId", name, kind, region_code as "regionCode", sort_no as "sortNo", population,
      population_basis as "populationBasis", active
    from units.unit where path like ${`${actor.unitPath}%`}
    order by length(path) - length(replace(path, '/', '')), active desc, sort_no, id`.execute(db)
  const keys = new Map<number, string>()
  const units = rows.map(row => {
    const above = row.id === actor.unitId ? undefined : keys.get(row.parentId!)
    const key = above === undefined ? row.name : `${above}/${row.name}`
    keys.set(row.id, key)
    return { ...row, key }
  })
  return {
    own: units[0]!,
    units: new Map(units.map(unit => [unit.key, unit])),
    contacts: await readContacts(db, actor),
  }
}

const readContacts = async (db: Db, actor: UnitActor): Promise<Map<string, HeldContact>> => {
  const { rows } = await sql<HeldContact>`
    select p.id as "postId", p.unit_id as "unitId", p.title, n.id as "personId", n.name, n.phone, null as login
    from units.post p
    join units.unit u on u.id = p.unit_id and u.path like ${`${actor.unitPath}%`}
    left join units.post_holder h on h.post_id = p.id and h.rank = 'A' and h.until is null
    left join units.person n on n.id = h.person_id
    where p.active order by p.id desc`.execute(db)
  return new Map(rows.map(row => [contactKey(row.unitId, row.title), row]))
}
