import type { Actor, Api } from '#kernel/access/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { loadStageRun, type StageRun } from '../../load.ts'
import { canRunCampaign, seesCampaign } from '../../permissions.ts'
import type { StageKind } from '../stage.ts'
import { draftPublicity } from './draft.ts'
import { compareWithIssued, isOrganiserPublicity, type PubliciseRun } from './list.ts'
import { obstacles } from './obstacles.ts'
import { presentPublicity } from './present.ts'
import * as api from './shared/api.ts'
import { tasks } from './tasks.ts'

type Request = { db: Db; params: { id: number; stage: string } }

const load = async ({ db, params }: Request): Promise<PubliciseRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run && isOrganiserPublicity(run) ? run : undefined
}

const sees = (actor: Actor, { campaign }: StageRun) => seesCampaign(actor, campaign)
const runs = (actor: Actor, { campaign }: StageRun) => canRunCampaign(actor, campaign)

const routes = (app: Api): void => {
  app.handle(api.getPublicity, {
    load,
    allow: sees,
    act: ({ db, actor, loaded }) => presentPublicity(db, actor, loaded),
  })
  app.handle(api.draftPublicity, {
    load,
    allow: runs,
    act: async ({ db, actor, loaded, body }) => ({ noticeId: await draftPublicity(db, actor, loaded, body.strokes) }),
  })
}

/** Whoever stood in the list to the end passes, with the list as evidence. */
const close = async (tx: Tx, actor: Actor, run: StageRun): Promise<void> => {
  const { notice } = await compareWithIssued(tx, run)
  const evidence = notice ? { notice: notice.code, hash: notice.contentHash, lastDay: notice.lastDay } : {}
  await sql`update selection.pool_entry set outcome = 'pass', evidence = evidence || ${JSON.stringify(evidence)}::jsonb,
      decided_by = ${actor.name}, decided_at = app.now()
    where stage_run_id = ${run.id} and outcome = 'pending'`.execute(tx)
}

export const publicise: StageKind = { kind: 'publicise', obstacles, close, tasks, routes }
