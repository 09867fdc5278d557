import type { Actor, Api } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import { loadStageRun, type StageRun } from '../../load.ts'
import { canRunCampaign, leads, organises } from '../../permissions.ts'
import { choose } from './choose.ts'
import { presentShortlist } from './present.ts'
import * as shortlistApi from './shared/api.ts'

type At = { db: Db; params: { id: number; stage: string } }
const load = async ({ db, params }: At): Promise<StageRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run?.stage.kind === 'shortlist' ? run : undefined
}
const sees = (actor: Actor, { campaign }: StageRun) => organises(actor, campaign) || leads(actor, campaign)
const runs = (actor: Actor, { campaign }: StageRun) => canRunCampaign(actor, campaign)

export const shortlistRoutes = (api: Api): void => {
  api.handle(shortlistApi.getShortlist, { load, allow: sees, act: ({ db, loaded }) => presentShortlist(db, loaded) })
  api.handle(shortlistApi.choose, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => {
      await choose(db, actor, loaded, body.choices)
      return { ok: true as const }
    },
  })
}
