import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'

export type NewMember = {
  villageId: number
  name: string
  phone: string | null
  party: boolean
  representative: boolean
  accountId?: number | null
}

/** Enters somebody in the list of a village's members; whoever is on it already becomes both and stays one (R004-01). */
export const addMember = async (tx: Tx, member: NewMember): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into micro.member (village_id, name, phone, party, representative, account_id)
    values (${member.villageId}, ${member.name}, ${member.phone}, ${member.party}, ${member.representative},
      ${member.accountId ?? null})
    on conflict (village_id, name, phone) do update set party = micro.member.party or excluded.party,
      representative = micro.member.representative or excluded.representative,
      account_id = coalesce(micro.member.account_id, excluded.account_id), active = true
    returning id`.execute(tx)
  return rows[0]!.id
}

/**
 * Takes somebody off the list, with the reason on record: leads and signs nothing from now on. What was led, signed and
 * paid stays; entered again with the same name and number, the same member is back.
 * @throws 409 `member.leads` while a project that the member leads is under way
 */
export const removeMember = async (tx: Tx, actor: Actor, member: Member, reason: string): Promise<void> => {
  const { rows } = await sql<{ title: string }>`
    select title from micro.project where lead_id = ${member.id}
      and state not in ('paid', 'rejected', 'withdrawn') order by id limit 1`.execute(tx)
  if (rows[0])
    throw refuse('member.leads', `${member.name}牵头的“${rows[0].title}”还没有办结，请先办结或撤回该项目。`, {
      status: 409,
    })
  await sql`update micro.member set active = false where id = ${member.id}`.execute(tx)
  await record(tx, actor, {
    ...{ action: 'micro.member.remove', subjectKind: 'micro.member', subjectId: member.id, detail: { reason } },
  })
}

export type Member = {
  id: number
  name: string
  villageId: number
  party: boolean
  representative: boolean
  accountId: number | null
}

const select = sql`select m.id, m.name, m.village_id as "villageId", m.party, m.representative,
    m.account_id as "accountId" from micro.member m`

/** The member that an account is, where its holder is one. */
export const memberOfAccount = async (db: Db, accountId: number | null): Promise<Member | undefined> => {
  const { rows } = await sql<Member>`${select} where m.account_id = ${accountId} and m.active`.execute(db)
  return rows[0]
}

export const memberById = async (db: Db, id: number): Promise<Member | undefined> => {
  const { rows } = await sql<Member>`${select} where m.id = ${id} and m.active`.execute(db)
  return rows[0]
}

/** A village's members, party members first. */
export const membersOf = async (db: Db, villageId: number): Promise<Member[]> => {
  const { rows } = await sql<Member>`
    ${select} where m.village_id = ${villageId} and m.active order by m.party desc, m.id`.execute(db)
  return rows
}
