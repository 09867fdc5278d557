import { maskPhone } from '#kernel/forms/shared/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'

/** In one village people of one name are told apart by their telephones; who has both is one person in the sub-district. */
export type Identity = { villageId: number; name: string; phone: string | null }

export type Namesake = {
  id: number
  villageId: number
  villageName: string
  phone: string | null
  active: boolean
  /** Has an allowance under a programme under which the member asked about has one, too. */
  shares: boolean
}

/** Members of the sub-district with this name, those who left too, and nobody enters another until the transaction ends. */
export const namesakesOf = async (tx: Tx, { villageId, name }: Identity, memberId?: number): Promise<Namesake[]> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`member ${name}`}))`.execute(tx)
  const { rows } = await sql<Namesake>`
    select m.id, m.village_id as "villageId", v.name as "villageName", m.phone, m.active, exists (
      select from micro.account a join micro.account b on b.programme_id = a.programme_id
      where a.member_id = m.id and b.member_id = ${memberId ?? null}) as shares
    from micro.member m join units.unit v on v.id = m.village_id
    where m.name = ${name} and m.id is distinct from ${memberId ?? null} and v.parent_id =
      (select parent_id from units.unit where id = ${villageId}) order by m.id`.execute(tx)
  return rows
}

const samePhone = (given: Identity, { phone }: Namesake) => given.phone !== null && phone === given.phone

/** @throws Problem 409 `member.known`, or `member.namesake` where a missing number leaves open who is who */
export const refuseKnown = (others: Namesake[], given: Identity): void => {
  const here = others.filter(({ villageId }) => villageId === given.villageId)
  const same = here.find(other => samePhone(given, other))
  if (same)
    throw refuse(
      'member.known',
      `${named(given.name, same)}已在本村（社区）名册上，一人只登记一次、只有一份额度。${same.active ? '' : '请恢复原来的登记。'}`,
    )
  const unclear = here.find(({ phone }) => phone === null || given.phone === null)
  if (unclear)
    throw refuse(
      'member.namesake',
      `名册上有同名的${named(given.name, unclear)}。是同一个人的，不能重复登记；不是同一个人的，请先给两个人都登记手机号码。`,
    )
}

/** @throws Problem 409 `member.elsewhere`: one person has one allowance, wherever in the sub-district (R004-01) */
export const refuseElsewhere = (others: Namesake[], given: Identity): void => {
  const same = others.find(
    other => other.villageId !== given.villageId && samePhone(given, other) && (other.active || other.shares),
  )
  if (same)
    throw refuse(
      'member.elsewhere',
      `${named(given.name, same)}已登记在“${same.villageName}”，一人只登记一次、只有一份额度，请与该村（社区）核对。`,
    )
}

const named = (name: string, { phone, active }: Namesake) =>
  `${name}（${[phone ? maskPhone(phone) : '未登记手机号码', ...(active ? [] : ['已移出'])].join('，')}）`
