import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../load.ts'

/** Kinds of stage whose list stands as it is: it is voted on, publicised, decided or in public. */
const standing: readonly string[] = ['ballot', 'publicise', 'decide', 'commend']

/** Why a unit's list cannot be given back any more, in the words of the refusal; undefined where it can. */
export const whyNotReturned = async (db: Db, { campaignId, campaignState, plan }: Submission) => {
  if (campaignState === 'finished') return '推选已经结束，不能再退回。'
  const { rows } = await sql<{ stage: string; kind: string }>`
    select r.stage, r.kind from selection.campaign c join selection.stage_run r on r.id = c.stage_run_id
    where c.id = ${campaignId}`.execute(db)
  const now = rows[0]
  if (!now || !standing.includes(now.kind)) return undefined
  const title = plan.stages.find(({ key }) => key === now.stage)?.title ?? now.stage
  return `“${title}”已经开始，名单不能再退回。确需更改的，请在该环节撤下、递补或者调整。`
}

/** @throws Problem `submission.list-stands` */
export const requireReturnable = async (db: Db, submission: Submission): Promise<void> => {
  const why = await whyNotReturned(db, submission)
  if (why) throw refuse('submission.list-stands', why)
}
