import type { Db } from '#platform/db/index.ts'
import { loadSubmission } from '../../load.ts'
import { unitFileName } from '../form/file-name.ts'
import { unitDocument, unitPapers } from '../unit/paper.ts'
import type { Piece } from './piece.ts'

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
