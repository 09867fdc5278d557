import type { Actor } from '#kernel/access/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { releaseRest } from '../money/account.ts'
import type { Project } from '../project/load.ts'
import { endingStates } from '../shared/index.ts'
import { moveTo } from './move.ts'
import { recordStep, requireState } from './steps.ts'

/**
 * 终止: a work that was approved and will not come to its end, with the reason. What it was approved goes back to the
 * allowances of those who signed; what was bought, photographed and said stays on record.
 * @throws Problem `micro.order` before the approval and after the acceptance
 */
export const endProject = async (tx: Tx, actor: Actor, project: Project, reason: string): Promise<void> => {
  requireState(project, ...endingStates)
  await recordStep(tx, actor, project, { step: 'end', outcome: 'end', comment: reason })
  await releaseRest(tx, actor, project)
  await moveTo(tx, actor, project, 'ended', { comment: reason })
}
