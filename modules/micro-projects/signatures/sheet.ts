import type { Actor } from '#kernel/access/index.ts'
import { type FileRow, keepFiles } from '#kernel/files/index.ts'
import { enqueue } from '#kernel/jobs/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import { readSheet } from './sheet-reading.ts'

/** Who signs on it: on one paper members sign on the left, households on the right. */
type Signing = 'members' | 'households'

/**
 * The photograph of a sheet, kept under its project. One photograph is entered once for members and once for households;
 * twice for households is a second sheet, which the checker is told of.
 * @throws Problem 422 `sheet.kind`, `file.unknown`
 */
export const keepSheet = async (tx: Tx, actor: Actor, project: Project, key: string, by: Signing): Promise<number> => {
  const [file] = await keepFiles(tx, actor, [key], 'signatures')
  if (!file!.mime.startsWith('image/') && file!.mime !== 'application/pdf')
    throw refuse('sheet.kind', '签名表请上传照片或扫描件（PDF）。', { status: 422 })
  return (await samePhotograph(tx, project, file!, by)) ?? addSheet(tx, actor, project, file!)
}

const samePhotograph = async (
  tx: Tx,
  { id }: Project,
  { sha256 }: FileRow,
  by: Signing,
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    select t.id from micro.sheet t join files.file f on f.id = t.file_id
    where t.project_id = ${id} and f.sha256 = ${sha256}
      and (${by === 'members'} or not exists (select from micro.signature s where s.sheet_id = t.id))
    order by t.id limit 1`.execute(tx)
  return rows[0]?.id
}

const addSheet = async (tx: Tx, actor: Actor, project: Project, file: FileRow): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into micro.sheet (project_id, file_id, entered_by)
    values (${project.id}, ${file.id}, ${actor.accountId}) returning id`.execute(tx)
  await enqueue(tx, readSheet, { sheetId: rows[0]!.id })
  return rows[0]!.id
}
