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

/** @throws Problem 404 for a household of another village or struck off, as for one that is not there */
export const householdOf = async (db: Db, place: Place, id: number): Promise<Household> => {
  const { rows } = await sql<Household>`
    select ${columns} from micro.household h
    where h.id = ${id} and h.village_id = ${place.villageId} and h.struck_at is null for share`.execute(db)
  if (!rows[0]) throw refuse('household.unknown', '没有找到这一户，请重新选择。', { status: 404 })
  return rows[0]
}

type Namesake = Household & { villageName: string; struck: boolean; mergedIntoId: number | null }

/** Until the transaction ends nobody registers, merges or strikes off a household with one of these heads. */
export const holdHeads = async (db: Db, districtId: number, heads: string[]): Promise<void> => {
  for (const head of [...new Set(heads)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtext(${`household ${districtId} ${head}`}))`.execute(db)
}

/** Households of the sub-district with this head, struck off ones too, and nobody registers another meanwhile. */
const namesakes = async (tx: Tx, { districtId }: Place, head: string): Promise<Namesake[]> => {
  const [, { rows }] = await together(tx, db =>
    Promise.all([
      holdHeads(db, districtId, [head]),
      sql<Namesake>`
        select ${columns}, u.name as "villageName", h.struck_at is not null as struck,
          h.merged_into_id as "mergedIntoId"
        from micro.household h join units.unit u on u.id = h.village_id
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
  const entered = await namesakes(tx, place, given.head)
  const all = entered.filter(({ struck }) => !struck)
  const here = all.filter(({ villageId }) => villageId === place.villageId)
  const claimed = all.find(known => !here.includes(known) && known.phone !== null && known.phone === given.phone)
  if (claimed) throw refuseForeign(claimed, given)
  const known = here.find(each => isSame(given, each))
  if (known) return { household: await complete(tx, known, given), known: true }
  const elsewhere = all.find(each => !here.includes(each) && isSame(given, each))
  if (elsewhere) throw refuseForeign(elsewhere, given)
  const gone = entered.find(each => each.struck && each.villageId === place.villageId && isSame(given, each))
  if (gone?.mergedIntoId) return { household: await householdOf(tx, place, gone.mergedIntoId), known: true }
  const sameDoor = here.find(({ door }) => door !== '' && door === given.door)
  if (sameDoor)
    throw refuse(
      'household.phone',
      `${given.head}（${given.door}）登记的联系电话为${maskPhone(sameDoor.phone!)}，与所填不同，请核对；号码已变更的，请村（社区）工作人员先更正。`,
    )
  if (gone) return { household: await revive(tx, actor, gone), known: true }
  return { household: await insertHousehold(tx, actor, place, given), known: false }
}

/** One that was struck off and is here again is the same, with what it has signed. */
const revive = async (tx: Tx, actor: Actor, gone: Household): Promise<Household> => {
  await sql`update micro.household set struck_at = null, struck_reason = null where id = ${gone.id}`.execute(tx)
  await record(tx, actor, { action: 'micro.household.revive', subjectKind: 'micro.household', subjectId: gone.id })
  return gone
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
    from micro.household h where h.id = ${id} and h.struck_at is null for update of h`.execute(db)
  return rows[0]
}
export type Correctable = NonNullable<Awaited<ReturnType<typeof findHousehold>>>

/** @throws Problem `household.asked` */
export const refuseAsked = ({ asked }: Correctable): void => {
  if (asked) throw refuse('household.asked', '该户已抽中回访，回访登记后才能更正；号码有误的请告知党建办。')
}

/**
 * Corrects a household's entry; not while it is to be called back, lest the number that is called be another.
 * @throws Problem `household.asked`, `household.elsewhere`, `household.known`
 */
export const correctHousehold = async (tx: Tx, actor: Actor, household: Correctable, given: HouseholdInput) => {
  refuseAsked(household)
  const others = (await namesakes(tx, household, given.head)).filter(({ id, struck }) => id !== household.id && !struck)
  const same = others.find(other => isSame(given, other))
  if (same && same.villageId !== household.villageId) throw refuseForeign(same, given)
  const sameDoor = ({ villageId, door }: Household) =>
    villageId === household.villageId && door !== '' && door === given.door
  if (same || others.some(sameDoor))
    throw refuse('household.known', '本村（社区）已登记有同一户，请核对；确为同一户的，请合并。')
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
