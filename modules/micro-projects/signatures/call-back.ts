import { randomBytes } from 'node:crypto'
import type { Actor } from '#kernel/access/index.ts'
import { record, system } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { findProject, type Project } from '../project/load.ts'
import type { Outcome } from '../shared/api/signatures.ts'
import { type State, states } from '../shared/index.ts'
import { drawSample, sampleSize } from './sample.ts'
import { strike } from './take-back.ts'

/**
 * Draws whom the office calls or visits, when the project comes to it. Coming a second time after a return it draws as
 * many more as the sample of what now stands is short of, and whoever denied it and is said to have signed again. The
 * record keeps seed and list, so the draw can be repeated.
 */
export const drawCallBacks = async (tx: Tx, project: Project): Promise<number[]> => {
  const rows = await standing(tx, project.id)
  const idsOf = (is: (row: Standing) => boolean) => rows.filter(is).map(({ id }) => id)
  const again = idsOf(row => !row.drawn && row.denied)
  const among = idsOf(row => !row.drawn && !row.denied)
  const size = sampleSize(rows.length, project.programme.callBack) - (rows.length - among.length)
  const seed = randomBytes(16).toString('hex')
  const drawn = [...again, ...drawSample(among, Math.max(0, size), seed)]
  if (drawn.length === 0) return []
  await sql`insert into micro.call_back (signature_id) select unnest(${drawn}::bigint[])`.execute(tx)
  await record(tx, system, {
    action: 'micro.call-back.draw',
    subjectKind: 'micro.project',
    subjectId: project.id,
    detail: { seed, among, drawn },
  })
  return drawn
}

type Standing = { id: number; drawn: boolean; denied: boolean }

const standing = async (tx: Tx, projectId: number): Promise<Standing[]> => {
  const { rows } = await sql<Standing>`
    select s.id, c.id is not null as drawn, exists (
      select from micro.signature o join micro.call_back d on d.signature_id = o.id
      where o.project_id = s.project_id and o.household_id = s.household_id and d.outcome = 'denied') as denied
    from micro.signature s left join micro.call_back c on c.signature_id = s.id
    where s.project_id = ${projectId} and s.taken_back_at is null order by s.id`.execute(tx)
  return rows
}

/** As long as the money is not approved, what a household says can still change something. */
export const callingStates: readonly State[] = ['office', 'leader', 'amount', 'meeting']

export const findCallBack = async (tx: Tx, id: number) => {
  const { rows } = await sql<{ signatureId: number; projectId: number }>`
    select c.signature_id as "signatureId", s.project_id as "projectId"
    from micro.call_back c join micro.signature s on s.id = c.signature_id where c.id = ${id}`.execute(tx)
  const project = rows[0] && (await findProject(tx, rows[0].projectId, true))
  return project && { id, signatureId: rows[0]!.signatureId, project }
}

type Loaded = NonNullable<Awaited<ReturnType<typeof findCallBack>>>
export const deniedReason = '回访否认'

/**
 * 登记回访. A household that denies having signed is struck out, and that stands.
 * @throws Problem `call-back.closed`, `call-back.denied`
 */
export const enterCallBack = async (
  tx: Tx,
  actor: Actor,
  loaded: Loaded,
  result: { outcome: Outcome; note: string },
) => {
  const { project, signatureId, id } = loaded
  if (!callingStates.includes(project.state))
    throw refuse('call-back.closed', `项目当前为“${states[project.state]}”，不能再登记回访结果。`)
  const { rows } = await sql<{ id: number }>`
    update micro.call_back set outcome = ${result.outcome}, note = ${result.note}, done_by = ${actor.accountId},
      done_at = app.now() where id = ${id} and outcome is distinct from 'denied' returning id`.execute(tx)
  if (!rows[0])
    throw refuse('call-back.denied', '该户已登记为否认，签名已撤销；如系误登，请退回村（社区）由该户重新签名。')
  await record(tx, actor, {
    action: 'micro.call-back.enter',
    subjectKind: 'micro.project',
    subjectId: project.id,
    detail: { callBack: id, outcome: result.outcome },
  })
  if (result.outcome === 'denied') await strike(tx, actor, project.id, signatureId, deniedReason)
}

/** How the call-backs of a project stand. */
export const callBackCounts = async (db: Db, projectId: number) => {
  const { rows } = await sql<{ drawn: number; open: number; denied: number }>`
    select count(*)::int as drawn, count(*) filter (where c.outcome is null and s.taken_back_at is null)::int as open,
      count(*) filter (where c.outcome = 'denied')::int as denied
    from micro.call_back c join micro.signature s on s.id = c.signature_id where s.project_id = ${projectId}`.execute(
    db,
  )
  return rows[0]!
}
