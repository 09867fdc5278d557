import type { Actor } from '#kernel/access/index.ts'
import { maskPhone } from '#kernel/forms/shared/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Programme } from '../shared/index.ts'
import { keepBefore, recordOf } from './keep-members.ts'
import type { Entry } from './members.ts'
import { namesakesOf, refuseElsewhere, refuseKnown } from './namesakes.ts'

type Said = Pick<Entry, 'name' | 'phone' | 'party' | 'representative'>

const keys = ['name', 'phone', 'party', 'representative'] as const

/**
 * Corrects what the list says of a member. The person stays the same and stays one; what was signed, spent and printed
 * before stays as it was.
 * @throws Problem 422 `member.same`; 409 `member.person` when the entry would be somebody else's, `member.known`,
 *   `member.namesake` and `member.elsewhere` when one person would hold two allowances, `member.entitled`
 */
export const correctMember = async (tx: Tx, actor: Actor, member: Entry, given: Said & { reason: string }) => {
  const changed = keys.filter(key => member[key] !== given[key])
  if (changed.length === 0) throw refuse('member.same', '没有改动，不需要保存。', { status: 422 })
  if (!staysThePerson(member, given)) throw refusePerson(member)
  if (changed.includes('name') || changed.includes('phone')) {
    const identity = { villageId: member.villageId, name: given.name, phone: given.phone }
    const others = await namesakesOf(tx, identity, member.id)
    refuseKnown(others, identity)
    refuseElsewhere(others, identity)
  }
  await requireEntitled(tx, member, given)
  await keepBefore(tx, actor, member, { what: 'correct', reason: given.reason })
  await sql`update micro.member set name = ${given.name}, phone = ${given.phone}, party = ${given.party},
    representative = ${given.representative} where id = ${member.id}`.execute(tx)
  const [before, after] = [shown(member, changed), shown(given, changed)]
  await recordOf(tx, actor, member.id, 'correct', { before, after, reason: given.reason })
}

/** A new number under the old name, or a new name under the old number; without a number, one who has not acted yet. */
const staysThePerson = (member: Entry, given: Said): boolean =>
  member.name === given.name || (member.phone === given.phone && (member.phone !== null || !member.acted))

const refusePerson = ({ name, phone }: Entry) =>
  refuse(
    'member.person',
    phone === null
      ? `${name}没有登记手机号码，已经签过名或牵过头，不能改姓名。请先登记本人的手机号码，再更正姓名；换了人的，请移出后另行登记。`
      : '姓名和手机号码不能同时更改，请分两次更正；换了人的，请移出后另行登记。',
  )

/** Who was given an allowance this year as a member or as a representative stays one as long as the year runs. */
const requireEntitled = async (tx: Tx, member: Entry, given: Said): Promise<void> => {
  const { rows } = await sql<{ programme: Programme }>`
    select g.content as programme from micro.account a join micro.programme g on g.id = a.programme_id
    where a.member_id = ${member.id} and g.year = (
      select max(year) from micro.programme o where o.unit_id = g.unit_id)`.execute(tx)
  const lost = rows.find(({ programme }) => entitles(programme, member) && !entitles(programme, given))?.programme
  if (!lost) return
  const kind = lost.allowanceFor === 'members' ? '党员' : '村（居）民代表'
  throw refuse('member.entitled', `${member.name}已按${kind}领取${lost.year}年度额度，年度内不能取消这一身份。`)
}

const entitles = ({ allowanceFor }: Programme, { party, representative }: Said): boolean =>
  ({ members: party, representatives: representative, both: true })[allowanceFor]

/** As the audit record keeps it: numbers half hidden. */
const shown = (said: Said, changed: readonly (keyof Said)[]) =>
  Object.fromEntries(changed.map(key => [key, key === 'phone' && said.phone ? maskPhone(said.phone) : said[key]]))
