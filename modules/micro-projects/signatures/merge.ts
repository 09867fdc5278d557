import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { signingStates } from '../shared/index.ts'
import { type Correctable, findHousehold, holdHeads, refuseAsked } from './household.ts'
import { strike } from './take-back.ts'

/**
 * 合并: of two entries of one household one stays and gets all that the other signed. Where both signed one project, the
 * signature of the one that goes is struck out, so that one household stands under a project once.
 * @returns how many signatures were struck out
 * @throws Problem 422 `household.same`, 404 `household.unknown`, 409 `household.asked`
 */
export const mergeHousehold = async (
  tx: Tx,
  actor: Actor,
  gone: Correctable,
  { intoId, reason }: { intoId: number; reason: string },
): Promise<number> => {
  if (intoId === gone.id) throw refuse('household.same', '请选择另一户，不能与自己合并。', { status: 422 })
  const kept = await findHousehold(tx, intoId)
  if (!kept || kept.villageId !== gone.villageId)
    throw refuse('household.unknown', '没有找到要保留的一户，请重新选择。', { status: 404 })
  for (const each of [gone, kept]) refuseAsked(each)
  await holdHeads(tx, gone.districtId, [gone.head, kept.head])
  await end(tx, gone.id, reason, kept.id)
  const twice = await signedTwice(tx, gone.id, kept.id)
  for (const { id, projectId } of twice) await strike(tx, actor, projectId, id, `与${kept.head}户为同一户，合并登记`)
  await sql`update micro.signature set household_id = ${kept.id} where household_id = ${gone.id}`.execute(tx)
  await record(tx, actor, {
    action: 'micro.household.merge',
    subjectKind: 'micro.household',
    subjectId: gone.id,
    detail: { into: kept.id, reason, struckSignatures: twice.map(({ id }) => id) },
  })
  return twice.length
}

const signedTwice = async (tx: Tx, goneId: number, keptId: number) => {
  const { rows } = await sql<{ id: number; projectId: number }>`
    select s.id, s.project_id as "projectId" from micro.signature s
    where s.household_id = ${goneId} and s.taken_back_at is null and exists (
      select from micro.signature o
      where o.project_id = s.project_id and o.household_id = ${keptId} and o.taken_back_at is null)
    order by s.id`.execute(tx)
  return rows
}

/**
 * 注销: a household that moved away or was never there. What it signed under projects that have gone on stays.
 * @throws Problem 409 `household.asked`, 409 `household.signs` while it stands under a project that is still signed
 */
export const strikeHousehold = async (tx: Tx, actor: Actor, household: Correctable, reason: string): Promise<void> => {
  refuseAsked(household)
  await holdHeads(tx, household.districtId, [household.head])
  const { rows } = await sql<{ title: string }>`
    select p.title from micro.signature s join micro.project p on p.id = s.project_id
    where s.household_id = ${household.id} and s.taken_back_at is null and p.state = any(${[...signingStates]}::text[])
    limit 1`.execute(tx)
  if (rows[0]) throw refuse('household.signs', `该户在“${rows[0].title}”中有签名，请先撤销签名，或待项目提交后再注销。`)
  await end(tx, household.id, reason, null)
  await record(tx, actor, {
    action: 'micro.household.strike-off',
    subjectKind: 'micro.household',
    subjectId: household.id,
    detail: { reason },
  })
}

/** Its links open nothing any more; entries that were merged into it go where it goes. */
const end = async (tx: Tx, id: number, reason: string, intoId: number | null) => {
  await sql`update micro.signing_link set revoked_at = app.now()
    where household_id = ${id} and used_at is null and revoked_at is null`.execute(tx)
  await sql`update micro.household set merged_into_id = ${intoId} where merged_into_id = ${id}`.execute(tx)
  await sql`update micro.household set struck_at = app.now(), struck_reason = ${reason}, merged_into_id = ${intoId}
    where id = ${id}`.execute(tx)
}
