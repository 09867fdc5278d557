import type { Actor } from '#kernel/access/index.ts'
import { record, type Who } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx, together } from '#platform/db/index.ts'
import { type Problem, refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import type { HouseholdRef, Way } from '../shared/api/signatures.ts'
import { coarseShape, type Ink, signingStates, states } from '../shared/index.ts'
import { type Household, resolveHousehold } from './household.ts'

/** @throws Problem `signing.closed` once the project is on its way: a signature would count for nothing, or change what was checked */
export const requireSigning = (project: Pick<Project, 'state'>): void => {
  if (!signingStates.includes(project.state))
    throw refuse('signing.closed', `项目当前为“${states[project.state]}”，签名已截止；退回修改后才能补签或撤销。`)
}

export type Signing = {
  way: Way
  ink?: Ink | undefined
  sheetId?: number
  deviceAt?: string | undefined
  actKey?: string
  enteredBy: number | null
}
type Signed = { id: number; at: string }

/**
 * Puts a household's signature under a project, once over all ways: the table's index holds against two at once.
 * @throws Problem 409 `household.signed`
 */
export const insertSignature = async (tx: Tx, project: Project, household: Household, signing: Signing) => {
  const { way, ink, sheetId, deviceAt, actKey, enteredBy } = signing
  const { rows } = await sql<Signed>`
    insert into micro.signature (project_id, household_id, way, ink, ink_shape, sheet_id, entered_by, device_at, act_key)
    values (${project.id}, ${household.id}, ${way}, ${ink ? JSON.stringify(ink) : null}::jsonb,
      ${ink ? coarseShape(ink) : null}, ${sheetId ?? null}, ${enteredBy}, ${byBusinessClock(deviceAt)},
      ${actKey ?? null})
    on conflict do nothing returning id, at`.execute(tx)
  return rows[0] ?? Promise.reject((await alreadySigned(tx, project.id, household)) ?? takenKey())
}

/** In a demo the telephone's time is moved as far as the server's, so that only a wrong clock looks wrong. */
const byBusinessClock = (deviceAt: string | undefined) =>
  sql`${deviceAt ?? null}::timestamptz + coalesce((select ahead from app.clock), interval '0')`

const takenKey = () => refuse('signature.act', '这次签名与另一次用了同一个编号，请清除后重新签名。', { status: 422 })

const said = { paper: '在纸质签名表上签名', face: '当面签名', link: '通过链接签名' } as const

/** The refusal of a second signature, which says how and when the first was given; undefined where there is none. */
export const alreadySigned = async (
  db: Db,
  projectId: number,
  { id, head }: Pick<Household, 'id' | 'head'>,
): Promise<Problem | undefined> => {
  const { rows } = await sql<{ way: Way; at: string }>`
    select way, at from micro.signature
    where project_id = ${projectId} and household_id = ${id} and taken_back_at is null`.execute(db)
  const [first] = rows
  return (
    first && refuse('household.signed', `${head}户已于${dayText(first.at)}${said[first.way]}，一个项目一户只签一次。`)
  )
}

const dayText = (instant: string): string => {
  const { month, day } = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${month}月${day}日`
}

/** The signature that an act of a telephone has already made, where its reply was lost. */
export const findAct = async (tx: Tx, projectId: number, actKey: string) => {
  const { rows } = await sql<Signed & { householdId: number; projectId: number; enteredBy: number | null }>`
    select id, at, household_id as "householdId", project_id as "projectId", entered_by as "enteredBy"
    from micro.signature where act_key = ${actKey}`.execute(tx)
  const [act] = rows
  if (act && act.projectId !== projectId) throw takenKey()
  return act
}

type Face = { household: HouseholdRef; ink: Ink; deviceAt?: string | undefined; actKey: string }

/**
 * 当面签: a household signs on the telephone of whoever stands at its door. Sent again after a lost reply it is the same
 * signature, also when the project has gone on meanwhile.
 * @throws Problem `signing.closed`, `household.signed`, `household.elsewhere`
 */
export const signFaceToFace = async (tx: Tx, actor: Actor, project: Project, face: Face): Promise<Signed> => {
  const act = await findAct(tx, project.id, face.actKey)
  if (act) return act.enteredBy === actor.accountId ? { id: act.id, at: act.at } : Promise.reject(takenKey())
  requireSigning(project)
  const household = await resolveHousehold(tx, actor, project, face.household)
  const { ink, deviceAt, actKey } = face
  const signing: Signing = { way: 'face', ink, deviceAt, actKey, enteredBy: actor.accountId }
  const [signed] = await together(tx, db =>
    Promise.all([
      insertSignature(db as Tx, project, household, signing),
      recordSigning(db as Tx, actor, project, 'face', [household.id]),
    ]),
  )
  return signed
}

export const recordSigning = (tx: Tx, who: Who, project: Project, way: Way, households: number[]) =>
  record(tx, who, {
    action: `micro.signature.${way}`,
    subjectKind: 'micro.project',
    subjectId: project.id,
    detail: { households },
  })
