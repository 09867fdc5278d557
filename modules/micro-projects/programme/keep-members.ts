import type { Actor } from '#kernel/access/index.ts'
import { record, system } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Poster } from '../money/posting.ts'
import { type Entry, findMember } from './members.ts'
import { namesakesOf, refuseElsewhere, refuseKnown } from './namesakes.ts'

export type NewMember = {
  villageId: number
  name: string
  phone: string | null
  party: boolean
  representative: boolean
  accountId?: number | null
}

/**
 * Enters somebody in the list of a village's members; whoever is on it already becomes both and stays one (R004-01), and
 * who has left is back.
 * @throws Problem 409 `member.namesake`, `member.elsewhere`
 */
export const addMember = async (tx: Tx, member: NewMember, by: Poster = system): Promise<number> => {
  const others = await namesakesOf(tx, member)
  const known = others.find(({ villageId, phone }) => villageId === member.villageId && phone === member.phone)
  if (!known?.active) refuseElsewhere(others, member)
  if (!known) {
    refuseKnown(others, member)
    return insertMember(tx, member, by)
  }
  await widen(tx, (await findMember(tx, known.id))!, member, by)
  return known.id
}

const insertMember = async (tx: Tx, member: NewMember, by: Poster): Promise<number> => {
  const { villageId, name, phone, party, representative, accountId } = member
  const { rows } = await sql<{ id: number }>`
    insert into micro.member (village_id, name, phone, party, representative, account_id)
    values (${villageId}, ${name}, ${phone}, ${party}, ${representative}, ${accountId ?? null})
    returning id`.execute(tx)
  await recordOf(tx, by, rows[0]!.id, 'add')
  return rows[0]!.id
}

/** Entered again: the same person, perhaps as something more. */
const widen = async (tx: Tx, known: Entry, given: NewMember, by: Poster): Promise<void> => {
  const [party, representative] = [known.party || given.party, known.representative || given.representative]
  const accountId = known.accountId ?? given.accountId ?? null
  if (known.active && party === known.party && representative === known.representative && accountId === known.accountId)
    return
  const what = known.active ? 'correct' : 'readmit'
  await keepBefore(tx, by, known, { what, reason: '再次登记' })
  await sql`update micro.member set party = ${party}, representative = ${representative}, account_id = ${accountId},
    active = true where id = ${known.id}`.execute(tx)
  await recordOf(tx, by, known.id, what, { reason: '再次登记', after: { party, representative } })
}

/**
 * Takes somebody off the list, with the reason on record: leads and signs nothing from now on. What was led, signed and
 * paid stays.
 * @throws Problem 409 `member.leads` while a project that the member leads is under way
 */
export const removeMember = async (tx: Tx, actor: Actor, member: Entry, reason: string): Promise<void> => {
  const { rows } = await sql<{ title: string }>`
    select title from micro.project where lead_id = ${member.id}
      and state not in ('paid', 'rejected', 'withdrawn', 'ended') order by id limit 1`.execute(tx)
  if (rows[0])
    throw refuse('member.leads', `${member.name}牵头的“${rows[0].title}”还没有办结，请先办结或撤回该项目。`, {
      status: 409,
    })
  await keepBefore(tx, actor, member, { what: 'remove', reason })
  await sql`update micro.member set active = false where id = ${member.id}`.execute(tx)
  await recordOf(tx, actor, member.id, 'remove', { reason })
}

/**
 * Puts somebody who left back on the list, with what was signed and what is left of the allowance.
 * @throws Problem 409 `member.elsewhere` where another village has the person by now
 */
export const readmitMember = async (tx: Tx, actor: Actor, member: Entry, reason: string): Promise<void> => {
  refuseElsewhere(await namesakesOf(tx, member, member.id), member)
  await keepBefore(tx, actor, member, { what: 'readmit', reason })
  await sql`update micro.member set active = true where id = ${member.id}`.execute(tx)
  await recordOf(tx, actor, member.id, 'readmit', { reason })
}

type Change = { what: 'correct' | 'remove' | 'readmit'; reason: string }

/** Keeps what the list says of a member now, before it is changed. */
export const keepBefore = (tx: Tx, by: Poster, { id, ...member }: Entry, { what, reason }: Change) => {
  const { name, phone, party, representative } = member
  return sql`
    insert into micro.member_change (member_id, what, before, reason, changed_by)
    values (${id}, ${what}, ${JSON.stringify({ name, phone, party, representative })}::jsonb, ${reason},
      ${by.accountId ?? null})`.execute(tx)
}

/** @param what the verb: 'add', 'correct' … */
export const recordOf = (tx: Tx, by: Poster, id: number, what: string, detail: Record<string, unknown> = {}) =>
  record(tx, by, { action: `micro.member.${what}`, subjectKind: 'micro.member', subjectId: id, detail })
