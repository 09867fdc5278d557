import type { Actor } from '#kernel/access/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { enqueue } from '#kernel/jobs/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { Problem, refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import type { HouseholdRef } from '../shared/api/signatures.ts'
import type { ProblemFinding } from '../shared/index.ts'
import { resolveHousehold } from './household.ts'
import { readSheet } from './sheet-reading.ts'
import { insertSignature, recordSigning, requireSigning } from './sign.ts'

type Sheet = { sheetKey: string; households: HouseholdRef[] }

/**
 * 代录: what households signed by hand on one sheet, with its photograph. All of it or nothing: what stands in the way
 * is named at its row.
 * @throws Problem `signing.closed`; 422 `sheet.rows` with a finding for each row that cannot be entered
 */
export const signOnPaper = async (tx: Tx, actor: Actor, project: Project, sheet: Sheet): Promise<number[]> => {
  requireSigning(project)
  const sheetId = await keepSheet(tx, actor, project, sheet.sheetKey)
  const findings: ProblemFinding[] = []
  const ids: number[] = []
  const households: number[] = []
  for (const [row, ref] of sheet.households.entries())
    try {
      const household = await resolveHousehold(tx, actor, project, ref)
      if (households.includes(household.id)) throw refuse('household.twice', `${household.head}户在本表中填写了两次。`)
      households.push(household.id)
      const { id } = await insertSignature(tx, project, household, {
        ...{ way: 'paper', sheetId, enteredBy: actor.accountId },
      })
      ids.push(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      findings.push({ path: `households.${row}`, severity: 'block', message: `第${row + 1}行：${error.message}` })
    }
  if (findings.length > 0)
    throw refuse('sheet.rows', `有${findings.length}行不能登记，请改正后再保存。`, { status: 422, findings })
  await recordSigning(tx, actor, project, 'paper', households)
  return ids
}

const keepSheet = async (tx: Tx, actor: Actor, project: Project, key: string): Promise<number> => {
  const [file] = await keepFiles(tx, actor, [key], 'signatures')
  if (!file!.mime.startsWith('image/') && file!.mime !== 'application/pdf')
    throw refuse('sheet.kind', '签名表请上传照片或扫描件（PDF）。', { status: 422 })
  const { rows } = await sql<{ id: number }>`
    insert into micro.sheet (project_id, file_id, entered_by)
    values (${project.id}, ${file!.id}, ${actor.accountId}) returning id`.execute(tx)
  await enqueue(tx, readSheet, { sheetId: rows[0]!.id })
  return rows[0]!.id
}
