import { type Db, sql } from '#platform/db/index.ts'
import { loadSubmission } from '../../load.ts'
import { unitFileName } from '../form/file-name.ts'
import type { PrintedNominee } from '../form/nominee.ts'
import { unitDocument, unitPapers } from '../unit/paper.ts'
import type { Piece } from './piece.ts'

/** The lists that these nominees stand on, in official order of their units. */
export const submissionsOf = async (db: Db, nominees: PrintedNominee[]): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select submission_id as id from selection.nomination where id = any(${nominees.map(({ id }) => id)}::bigint[])
    group by submission_id order by min(unit_order), submission_id`.execute(db)
  return rows.map(({ id }) => id)
}

/** 排序表 and 推荐情况报告 of these units; drafts stand on them for the unit itself only (`own`). */
export const unitPieces = async (
  db: Db,
  submissionIds: number[],
  { own, banner }: { own: boolean; banner: string | undefined },
): Promise<Piece[]> => {
  const pieces: Piece[] = []
  for (const id of submissionIds) {
    const submission = (await loadSubmission(db, id))!
    const { plan, unitName } = submission
    for (const { key } of unitPapers(plan))
      pieces.push({
        key: `unit-${id}-${key}`,
        ...{ unitName, category: '', nominee: '' },
        name: unitFileName(plan.materials.find(one => one.key === key)!, { plan, unitName, recommender: unitName }),
        content: { document: () => unitDocument(db, submission, key, { own, banner }) },
      })
  }
  return pieces
}
