import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { loadCampaign, loadNomination, loadSubmission, type Nomination } from '../../load.ts'
import { canFillSubmission, canRunCampaign, canSeeSubmission, seesCampaign, speaksFor } from '../../permissions.ts'
import { recommendApi } from '../../shared/index.ts'
import { keepPromise } from './keep-promise.ts'
import { askReason, owedReasons, writeReason } from './owed-reasons.ts'
import { promisesOf } from './promises.ts'

type Db = Parameters<typeof loadSubmission>[0]
const load = ({ db, params }: { db: Db; params: { id: number } }) => loadSubmission(db, params.id)
const loadOne = ({ db, params }: { db: Db; params: { id: number } }) => loadNomination(db, params.id)
const canWriteReason = (actor: Actor, nomination: Nomination) =>
  hasRole(actor, 'recommender') && speaksFor(actor, nomination)

export const routes = (api: Api): void => {
  api.handle(recommendApi.listUnitPromises, {
    load,
    allow: canSeeSubmission,
    act: async ({ actor, db, loaded }) => ({
      items: await promisesOf(db, loaded.plan, { submissionId: loaded.id, drafts: speaksFor(actor, loaded) }),
      permissions: { keep: canFillSubmission(actor, loaded) && loaded.campaignState === 'running' },
    }),
  })
  api.handle(recommendApi.listPromises, {
    load: ({ db, params }) => loadCampaign(db, params.id),
    allow: seesCampaign,
    act: async ({ db, loaded }) => ({
      items: await promisesOf(db, loaded.plan, { campaignId: loaded.id, drafts: false }),
    }),
  })
  api.handle(recommendApi.listOwedReasons, {
    load,
    allow: canSeeSubmission,
    act: async ({ actor, db, loaded }) => ({
      items: await owedReasons(db, { campaignId: loaded.campaignId, submissionId: loaded.id }),
      permissions: {
        write: canFillSubmission(actor, loaded),
        confirm: hasRole(actor, 'principal') && speaksFor(actor, loaded),
      },
    }),
  })
  api.handle(recommendApi.writeReason, {
    load: loadOne,
    allow: canWriteReason,
    act: async ({ actor, db, loaded, body }) => {
      await writeReason(db, actor, loaded, body)
      return { ok: true as const }
    },
  })
  api.handle(recommendApi.askReason, {
    load: loadOne,
    allow: canRunCampaign,
    act: async ({ actor, db, loaded }) => {
      await askReason(db, actor, loaded)
      return { ok: true as const }
    },
  })
  api.handle(recommendApi.keepPromise, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, body }) => ({ left: await keepPromise(db, actor, loaded, body) }),
  })
}
