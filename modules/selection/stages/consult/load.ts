import type { Db } from '#platform/db/index.ts'
import { loadStageRun, loadSubmission, type StageRun, type Submission } from '../../load.ts'

/** One unit's pre-review: its submission and the stage it belongs to. */
export type Consulting = { run: StageRun; submission: Submission }

export const loadConsulting = async (
  db: Db,
  { id, stage }: { id: number; stage: string },
): Promise<Consulting | undefined> => {
  const submission = await loadSubmission(db, id)
  if (!submission) return undefined
  const run = await loadStageRun(db, submission.campaignId, stage)
  return run?.stage.kind === 'consult' ? { run, submission } : undefined
}
