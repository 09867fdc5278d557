import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { findProject, type Project } from '../project/load.ts'
import { requireSigning } from './sign.ts'

/** A signature that stands, with its project. */
export const findSignature = async (tx: Tx, id: number) => {
  const { rows } = await sql<{ id: number; projectId: number }>`
    select id, project_id as "projectId" from micro.signature where id = ${id} and taken_back_at is null`.execute(tx)
  const project = rows[0] && (await findProject(tx, rows[0].projectId, true))
  return project && { id, project }
}

/** Strikes a signature out; the row stays, with who signed and why it counts no more. */
export const strike = async (tx: Tx, actor: Actor, projectId: number, id: number, reason: string): Promise<void> => {
  await sql`update micro.signature set taken_back_at = app.now(), taken_back_reason = ${reason}
    where id = ${id} and taken_back_at is null`.execute(tx)
  await record(tx, actor, {
    action: 'micro.signature.take-back',
    subjectKind: 'micro.project',
    subjectId: projectId,
    detail: { signature: id },
  })
}

/** @throws Problem `signing.closed` */
export const takeBack = async (tx: Tx, actor: Actor, project: Project, id: number, reason: string): Promise<void> => {
  requireSigning(project)
  await strike(tx, actor, project.id, id, reason)
}
