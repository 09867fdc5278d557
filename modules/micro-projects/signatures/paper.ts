import type { Actor } from '#kernel/access/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { Problem, refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import type { HouseholdRef } from '../shared/api/signatures.ts'
import type { ProblemFinding } from '../shared/index.ts'
import { resolveHousehold } from './household.ts'
import { keepSheet } from './sheet.ts'
import { insertSignature, recordSigning, requireSigning } from './sign.ts'

type Sheet = { sheetKey: string; households: HouseholdRef[] }

/**
 * 代录: what households signed by hand on one sheet, with its photograph. All of it or nothing: what stands in the way
 * is named at its row.
 * @throws Problem `signing.closed`; 422 `sheet.rows` with a finding for each row that cannot be entered
 */
export const signOnPaper = async (tx: Tx, actor: Actor, project: Project, sheet: Sheet): Promise<number[]> => {
  requireSigning(project)
  const sheetId = await keepSheet(tx, actor, project, sheet.sheetKey, 'households')
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
