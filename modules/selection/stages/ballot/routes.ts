import type { Actor, Api } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import { loadStageRun, type StageRun } from '../../load.ts'
import { canRunCampaign, leads, organises } from '../../permissions.ts'
import { holdVote, refreshCandidates } from './election.ts'
import { presentBallot } from './present.ts'
import { confirmResult, enterResult, setWindow } from './result.ts'
import * as ballotApi from './shared/api.ts'

const done = { ok: true as const }
type At = { db: Db; params: { id: number; stage: string } }
const load = async ({ db, params }: At): Promise<StageRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run?.stage.kind === 'ballot' ? run : undefined
}
const sees = (actor: Actor, { campaign }: StageRun) => organises(actor, campaign) || leads(actor, campaign)
const runs = (actor: Actor, { campaign }: StageRun) => canRunCampaign(actor, campaign)
/** 复核 is for the organiser's checker too. */
const confirms = (actor: Actor, { campaign }: StageRun) => organises(actor, campaign)

export const ballotRoutes = (api: Api): void => {
  api.handle(ballotApi.getBallot, {
    load,
    allow: sees,
    act: ({ actor, db, loaded }) => presentBallot(db, actor, loaded),
  })
  api.handle(ballotApi.setWindow, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => {
      await setWindow(db, actor, loaded, body)
      return done
    },
  })
  api.handle(ballotApi.holdVote, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => ({ electionId: await holdVote(db, actor, loaded, body) }),
  })
  api.handle(ballotApi.refreshCandidates, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded }) => {
      await refreshCandidates(db, actor, loaded)
      return done
    },
  })
  api.handle(ballotApi.enterResult, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => {
      await enterResult(db, actor, loaded, body)
      return done
    },
  })
  api.handle(ballotApi.confirmResult, {
    load,
    allow: confirms,
    act: async ({ actor, db, loaded }) => {
      await confirmResult(db, actor, loaded)
      return done
    },
  })
}
