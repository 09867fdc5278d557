import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { notify } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import type { Ink } from '../shared/index.ts'
import { keepSheet } from './sheet.ts'
import { requireSigning } from './sign.ts'

const recordBacking = (tx: Tx, actor: Actor, project: Project, what: string, members: number[], reason?: string) =>
  record(tx, actor, {
    action: `micro.backing.${what}`,
    subjectKind: 'micro.project',
    subjectId: project.id,
    detail: { members, ...(reason !== undefined && { reason }) },
  })

type Backing = { memberIds: number[]; ink?: Ink | undefined; sheetKey?: string | undefined }

/**
 * 党员、代表签名: members of the village sign for the project with their allowance, several on a photographed sheet or one
 * with a finger. Whoever has an account is told that a sheet was entered for him.
 * @throws Problem `signing.closed`, `member.unknown`, 409 `member.signed`
 */
export const addBackings = async (tx: Tx, actor: Actor, project: Project, { memberIds, ink, sheetKey }: Backing) => {
  requireSigning(project)
  const ids = [...new Set(memberIds)]
  if (ink && ids.length > 1) throw refuse('member.many', '当面签一次签一人。', { status: 422 })
  const { rows } = await sql<{ id: number; name: string; signed: boolean }>`
    select m.id, m.name, b.member_id is not null as signed from micro.member m
    left join micro.backing b on b.member_id = m.id and b.project_id = ${project.id}
    where m.id = any(${ids}::bigint[]) and m.village_id = ${project.villageId} and m.active`.execute(tx)
  if (rows.length < ids.length) throw refuse('member.unknown', '没有找到这名党员、代表，请重新选择。', { status: 404 })
  const signed = rows.filter(row => row.signed).map(({ name }) => name)
  if (signed.length > 0) throw refuse('member.signed', `${signed.join('、')}已签名，一个项目一人只签一次。`)
  const sheetId = sheetKey ? await keepSheet(tx, actor, project, sheetKey, 'members') : null
  await sql`
    insert into micro.backing (project_id, member_id, way, ink, sheet_id, entered_by)
    select ${project.id}, id, ${ink ? 'face' : 'paper'}, ${ink ? JSON.stringify(ink) : null}::jsonb, ${sheetId},
      ${actor.accountId} from unnest(${ids}::bigint[]) as id`.execute(tx)
  if (!ink) await tellSigners(tx, actor, project, ids)
  await recordBacking(tx, actor, project, ink ? 'face' : 'paper', ids)
}

/** Their money is spent on it: whoever did not sign says so before it is. */
const tellSigners = async (tx: Tx, actor: Actor, project: Project, memberIds: number[]): Promise<void> => {
  const { rows } = await sql<{ postId: number }>`
    select distinct h.post_id as "postId" from micro.member m join access.account a on a.id = m.account_id
    join units.post_holder h on h.person_id = a.person_id and h.until is null
    where m.id = any(${memberIds}::bigint[]) and a.id is distinct from ${actor.accountId}`.execute(tx)
  if (rows.length === 0) return
  const { supervisor, supervisorPhone } = project.programme
  const subject = `已登记您为“${project.title}”签名`
  const body = `${project.villageName}登记了您在签名表上的签名，批准后使用您本年度的额度。不是您本人签的，请告诉${supervisor}${supervisorPhone ? `，电话${supervisorPhone}` : ''}。`
  await notify(tx, { postIds: rows.map(({ postId }) => postId), subject, body, link: `/micro/projects/${project.id}` })
}

/** Takes a member's signature out again; the record keeps that it was there, and why it is not. */
export const takeBackBacking = async (
  tx: Tx,
  actor: Actor,
  project: Project,
  { memberId, reason }: { memberId: number; reason: string },
): Promise<void> => {
  requireSigning(project)
  const { numAffectedRows } = await sql`
    delete from micro.backing where project_id = ${project.id} and member_id = ${memberId}`.execute(tx)
  if (!numAffectedRows) throw refuse('member.unknown', '没有找到这名党员、代表的签名。', { status: 404 })
  await recordBacking(tx, actor, project, 'take-back', [memberId], reason)
}
