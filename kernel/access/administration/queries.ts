import { type Db, sql } from '#platform/db/index.ts'
import type { UnitAccount } from '../shared/administration-api.ts'
import type { Role } from '../shared/roles.ts'

export const findUnit = async (db: Db, id: number) => {
  const { rows } = await sql<{ id: number; unitPath: string }>`
    select id, path as "unitPath" from units.unit where id = ${id}`.execute(db)
  return rows[0]
}

export type AdministeredPost = { id: number; unitPath: string; title: string; roles: Role[]; active: boolean }

export const findPost = async (db: Db, id: number) => {
  const { rows } = await sql<AdministeredPost>`
    select p.id, u.path as "unitPath", p.title, p.roles, p.active
    from units.post p join units.unit u on u.id = p.unit_id where p.id = ${id} for update of p`.execute(db)
  return rows[0]
}

/** Paths of the units where a person holds a post; of the last one held, for a person who has left. */
const pathsOf = sql`array(
  select u.path from units.post_holder h join units.post p on p.id = h.post_id join units.unit u on u.id = p.unit_id
  where h.person_id = n.id and (h.until is null or not exists (
      select from units.post_holder now where now.person_id = n.id and now.until is null)
    and h.until = (select max(past.until) from units.post_holder past where past.person_id = n.id)))`

export const findPerson = async (db: Db, id: number) => {
  const { rows } = await sql<{ id: number; name: string; unitPaths: string[] }>`
    select n.id, n.name, ${pathsOf} as "unitPaths" from units.person n where n.id = ${id}`.execute(db)
  return rows[0]
}

export type AdministeredAccount = { id: number; login: string; name: string; unitPaths: string[] }

export const findAccount = async (db: Db, id: number) => {
  const { rows } = await sql<AdministeredAccount>`
    select a.id, a.login, n.name, ${pathsOf} as "unitPaths"
    from access.account a join units.person n on n.id = a.person_id where a.id = ${id}`.execute(db)
  return rows[0]
}

/** Accounts of the people who now stand on a unit's posts. Whether there is a password is told, never its hash. */
export const accountsOfUnit = async (db: Db, unitId: number): Promise<UnitAccount[]> => {
  const { rows } = await sql<UnitAccount>`
    select a.id, a.person_id as "personId", a.login, a.active, a.password_hash is not null as "hasPassword",
      coalesce(a.locked_until > clock_timestamp(), false) as locked,
      (select max(s.seen_at) from access.session s where s.account_id = a.id) as "seenAt"
    from access.account a
    where a.person_id in (
      select h.person_id from units.post_holder h join units.post p on p.id = h.post_id
      where p.unit_id = ${unitId} and h.until is null)
    order by a.id`.execute(db)
  return rows
}
