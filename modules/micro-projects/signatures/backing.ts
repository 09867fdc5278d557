import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import type { Ink } from '../shared/index.ts'
import { requireSigning } from './sign.ts'

const recordBacking = (tx: Tx, actor: Actor, project: Project, what: string, members: number[]) =>
  record(tx, actor, {
    action: `micro.backing.${what}`,
    subjectKind: 'micro.project',
    subjectId: project.id,
    detail: { members },
  })

type Backing = { memberIds: number[]; ink?: Ink | undefined }

/**
 * 党员、代表签名: members of the village sign for the project, several from a sheet or one with a finger.
 * @throws Problem `signing.closed`, `member.unknown`, 409 `member.signed`
 */
export const addBackings = async (tx: Tx, actor: Actor, project: Project, { memberIds, ink }: Backing) => {
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
  await sql`
    insert into micro.backing (project_id, member_id, way, ink, entered_by)
    select ${project.id}, id, ${ink ? 'face' : 'paper'}, ${ink ? JSON.stringify(ink) : null}::jsonb, ${actor.accountId}
    from unnest(${ids}::bigint[]) as id`.execute(tx)
  await recordBacking(tx, actor, project, ink ? 'face' : 'paper', ids)
}

/** Takes a member's signature out again; the record keeps that it was there. */
export const takeBackBacking = async (tx: Tx, actor: Actor, project: Project, memberId: number): Promise<void> => {
  requireSigning(project)
  const { numAffectedRows } = await sql`
    delete from micro.backing where project_id = ${project.id} and member_id = ${memberId}`.execute(tx)
  if (!numAffectedRows) throw refuse('member.unknown', '没有找到这名党员、代表的签名。', { status: 404 })
  await recordBacking(tx, actor, project, 'take-back', [memberId])
}
