import { type Db, sql } from '#platform/db/index.ts'
import type { memberApi } from '../shared/index.ts'

export type Member = {
  id: number
  name: string
  villageId: number
  party: boolean
  representative: boolean
  accountId: number | null
}

const columns = sql`m.id, m.name, m.village_id as "villageId", m.party, m.representative, m.account_id as "accountId"`

/** The member that an account is, where its holder is one. */
export const memberOfAccount = async (db: Db, accountId: number | null): Promise<Member | undefined> => {
  const { rows } = await sql<Member>`
    select ${columns} from micro.member m where m.account_id = ${accountId} and m.active`.execute(db)
  return rows[0]
}

export const memberById = async (db: Db, id: number): Promise<Member | undefined> => {
  const { rows } = await sql<Member>`
    select ${columns} from micro.member m where m.id = ${id} and m.active`.execute(db)
  return rows[0]
}

/** A village's members, party members first. */
export const membersOf = async (db: Db, villageId: number): Promise<Member[]> => {
  const { rows } = await sql<Member>`
    select ${columns} from micro.member m
    where m.village_id = ${villageId} and m.active order by m.party desc, m.id`.execute(db)
  return rows
}

/** The list as its own village keeps it: with telephones, and those who left last. */
export const listMembers = async (db: Db, villageId: number): Promise<memberApi.ListedMember[]> => {
  const { rows } = await sql<memberApi.ListedMember>`
    select m.id, m.name, m.phone, m.party, m.representative, m.active, (c.at at time zone 'Asia/Shanghai')::date as "leftOn",
      c.reason as "leftBecause", m.account_id is not null as login
    from micro.member m left join lateral (
      select c.at, c.reason from micro.member_change c
      where c.member_id = m.id and c.what = 'remove' and not m.active order by c.id desc limit 1) c on true
    where m.village_id = ${villageId} order by m.active desc, m.party desc, m.id`.execute(db)
  return rows
}

/** A member as a change of the entry needs it, held until the transaction ends. */
export const findMember = async (db: Db, id: number) => {
  const { rows } = await sql<Member & { phone: string | null; active: boolean; acted: boolean }>`
    select ${columns}, m.phone, m.active, exists (select from micro.backing b where b.member_id = m.id)
      or exists (select from micro.project p where p.lead_id = m.id) as acted
    from micro.member m where m.id = ${id} for update of m`.execute(db)
  return rows[0]
}
export type Entry = NonNullable<Awaited<ReturnType<typeof findMember>>>

/** What the list says of member `m`, or said at a time after which the entry was changed; as jsonb `said`. */
export const memberAsOf = (at: ReturnType<typeof sql>) => sql`lateral (
  select coalesce((select c.before from micro.member_change c where c.member_id = m.id and c.at > ${at}
      order by c.id limit 1),
    jsonb_build_object('name', m.name, 'phone', m.phone, 'party', m.party)) as said) then_`
