import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { maskPhone } from '#kernel/forms/shared/index.ts'
import { type Db, sql, type Tx, together } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import type { HouseholdInput, HouseholdRef } from '../shared/api/signatures.ts'

export type Household = { id: number; villageId: number; head: string; door: string; phone: string | null }
type Place = Pick<Project, 'districtId' | 'villageId'>

const columns = sql`h.id, h.village_id as "villageId", h.head, h.door, h.phone`

/** @throws Problem 404 for a household of another village, as for one that is not there */
export const householdOf = async (db: Db, place: Place, id: number): Promise<Household> => {
  const { rows } = await sql<Household>`
    select ${columns} from micro.household h where h.id = ${id} and h.village_id = ${place.villageId}`.execute(db)
  if (!rows[0]) throw refuse('household.unknown', '没有找到这一户，请重新选择。', { status: 404 })
  return rows[0]
}

type Namesake = Household & { villageName: string }

/** Households of the sub-district with this head, and nobody registers another meanwhile. */
const namesakes = async (tx: Tx, { districtId }: Place, head: string): Promise<Namesake[]> => {
  const [, { rows }] = await together(tx, db =>
    Promise.all([
      sql`select pg_advisory_xact_lock(hashtext(${`household ${districtId} ${head}`}))`.execute(db),
      sql<Namesake>`
        select ${columns}, u.name as "villageName" from micro.household h join units.unit u on u.id = h.village_id
        where h.district_id = ${districtId} and h.head = ${head} order by h.id`.execute(db),
    ]),
  )
  return rows
}

/** The same telephone is the same household wherever it is; the same door number only where no telephone says otherwise. */
const isSame = (given: HouseholdInput, known: Household): boolean =>
  given.phone !== null && known.phone !== null
    ? given.phone === known.phone
    : given.door !== '' && given.door === known.door

const refuseForeign = (known: Namesake, given: HouseholdInput) => {
  const hint = given.phone && known.phone ? '请与该村（社区）核对。' : '如确是另一户，请填写双方的联系电话。'
  const phone = known.phone ? `（${maskPhone(known.phone)}）` : ''
  return refuse(
    'household.elsewhere',
    `${known.head}${phone}已登记在“${known.villageName}”，一户只登记在一个村（社区）。${hint}`,
  )
}

/**
 * The household as it was written on a sheet: found on the village's list, or put on it.
 * @throws Problem `household.elsewhere` when another village of the sub-district has it, `household.phone` when the
 *   list has another number at this door
 */
export const ensureHousehold = async (tx: Tx, actor: Actor, place: Place, given: HouseholdInput) => {
  const all = await namesakes(tx, place, given.head)
  const here = all.filter(({ villageId }) => villageId === place.villageId)
  const claimed = all.find(known => !here.includes(known) && known.phone !== null && known.phone === given.phone)
  if (claimed) throw refuseForeign(claimed, given)
  const known = here.find(each => isSame(given, each))
  if (known) return { household: await complete(tx, known, given), known: true }
  const elsewhere = all.find(each => !here.includes(each) && isSame(given, each))
  if (elsewhere) throw refuseForeign(elsewhere, given)
  const sameDoor = here.find(({ door }) => door !== '' && door === given.door)
  if (sameDoor)
    throw refuse(
      'household.phone',
      `${given.head}（${given.door}）登记的联系电话为${maskPhone(sameDoor.phone!)}，与所填不同，请核对；号码已变更的，请村（社区）工作人员先更正。`,
    )
  return { household: await insertHousehold(tx, actor, place, given), known: false }
}

/** Fills in what the list did not have. */
const complete = async (tx: Tx, known: Household, given: HouseholdInput): Promise<Household> => {
  const [door, phone] = [known.door || given.door, known.phone ?? given.phone]
  if (door === known.door && phone === known.phone) return known
  await sql`update micro.household set door = ${door}, phone = ${phone} where id = ${known.id}`.execute(tx)
  return { ...known, door, phone }
}

const insertHousehold = async (tx: Tx, actor: Actor, place: Place, given: HouseholdInput): Promise<Household> => {
  const { head, door, phone } = given
  const { rows } = await sql<{ id: number }>`
    insert into micro.household (district_id, village_id, head, door, phone)
    values (${place.districtId}, ${place.villageId}, ${head}, ${door}, ${phone}) returning id`.execute(tx)
  const { id } = rows[0]!
  await record(tx, actor, { action: 'micro.household.add', subjectKind: 'micro.household', subjectId: id })
  return { id, villageId: place.villageId, head, door, phone }
}

export const resolveHousehold = async (tx: Tx, actor: Actor, place: Place, ref: HouseholdRef): Promise<Household> =>
  'id' in ref ? householdOf(tx, place, ref.id) : (await ensureHousehold(tx, actor, place, ref)).household

/** A household as a correction needs it. */
export const findHousehold = async (db: Db, id: number) => {
  const { rows } = await sql<Household & Place & { asked: boolean }>`
    select ${columns}, h.district_id as "districtId", exists (
      select from micro.call_back c join micro.signature s on s.id = c.signature_id
      where s.household_id = h.id and c.outcome is null) as asked
    from micro.household h where h.id = ${id} for update of h`.execute(db)
  return rows[0]
}
type Correctable = NonNullable<Awaited<ReturnType<typeof findHousehold>>>

/**
 * Corrects a household's entry; not while it is to be called back, lest the number that is called be another.
 * @throws Problem `household.asked`, `household.elsewhere`, `household.known`
 */
export const correctHousehold = async (tx: Tx, actor: Actor, household: Correctable, given: HouseholdInput) => {
  if (household.asked) throw refuse('household.asked', '该户已抽中回访，回访登记后才能更正；号码有误的请告知党建办。')
  const others = (await namesakes(tx, household, given.head)).filter(({ id }) => id !== household.id)
  const same = others.find(other => isSame(given, other))
  if (same && same.villageId !== household.villageId) throw refuseForeign(same, given)
  const sameDoor = ({ villageId, door }: Household) =>
    villageId === household.villageId && door !== '' && door === given.door
  if (same || others.some(sameDoor)) throw refuse('household.known', '本村（社区）已登记有同一户，请核对。')
  await sql`update micro.household set head = ${given.head}, door = ${given.door}, phone = ${given.phone}
    where id = ${household.id}`.execute(tx)
  const changed = (['head', 'door', 'phone'] as const).filter(key => household[key] !== given[key])
  await record(tx, actor, {
    action: 'micro.household.correct',
    subjectKind: 'micro.household',
    subjectId: household.id,
    detail: { changed },
  })
}
