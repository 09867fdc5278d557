import type { Actor } from '#kernel/access/index.ts'
import { randomCode } from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireState } from '../chain/steps.ts'
import type { Brief, projectApi } from '../shared/index.ts'
import { findProject, type Project } from './load.ts'
import { recordOf } from './record.ts'

export type Draft = {
  title: string
  place: string
  organiser: Project['organiser']
  brief: Partial<Brief>
  lines: projectApi.BudgetLine[]
}

/** Begins a draft under a running programme, led by a member of the village. @returns its id */
export const createProject = async (
  tx: Tx,
  actor: Actor,
  { programmeId, lead, ...draft }: Draft & { programmeId: number; lead: { id: number; villageId: number } },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into micro.project (code, programme_id, village_id, lead_id, title, created_by)
    select ${randomCode(8)}, g.id, v.id, ${lead.id}, ${draft.title}, ${actor.accountId}
    from micro.programme g join units.unit d on d.id = g.unit_id join units.unit v on v.path like d.path || '%'
    where g.id = ${programmeId} and v.id = ${lead.villageId} returning id`.execute(tx)
  if (!rows[0]) throw refuse('micro.programme', '这项活动不在本村（社区）开展。')
  const { id } = rows[0]
  await write(tx, id, draft)
  await recordOf(tx, actor, id, 'draft')
  return id
}

/**
 * Saves a draft as a whole. @returns its new revision
 * @throws Problem 409 `version.conflict` with what stands now, where another page saved in between
 */
export const saveProject = async (
  tx: Tx,
  actor: Actor,
  project: Project,
  draft: Draft & { revision: number },
): Promise<number> => {
  requireState(project, 'draft')
  if (draft.revision !== project.revision)
    throw refuse('version.conflict', '有人在您之后保存过这个项目，请对照后再保存。', {
      current: { revision: project.revision, title: project.title, place: project.place, brief: project.brief },
    })
  await write(tx, project.id, draft)
  await recordOf(tx, actor, project.id, 'save')
  return (await findProject(tx, project.id))!.revision
}

const write = async (tx: Tx, id: number, { title, place, organiser, brief, lines }: Draft): Promise<void> => {
  await sql`delete from micro.budget_line where project_id = ${id}`.execute(tx)
  await sql`
    insert into micro.budget_line (project_id, seq, kind, item, quantity, fen)
    select ${id}, l.seq, l.kind, l.item, l.quantity, l.fen from jsonb_to_recordset(${JSON.stringify(
      lines.map((line, seq) => ({ ...line, seq })),
    )}::jsonb) as l (seq int, kind text, item text, quantity text, fen bigint)`.execute(tx)
  await sql`
    update micro.project set title = ${title}, place = ${place}, organiser = ${organiser},
      brief = ${JSON.stringify(brief)}::jsonb, asked_fen = ${lines.reduce((sum, { fen }) => sum + fen, 0)},
      revision = revision + 1, changed_at = app.now() where id = ${id}`.execute(tx)
}
