import type { Api } from '#kernel/access/index.ts'
import { loadCampaign, loadSubmission } from '../../load.ts'
import { canFillSubmission, canSeeSubmission, seesCampaign } from '../../permissions.ts'
import { recommendApi } from '../../shared/index.ts'
import { keepPromise } from './keep-promise.ts'
import { promisesOf } from './promises.ts'

type Db = Parameters<typeof loadSubmission>[0]
const load = ({ db, params }: { db: Db; params: { id: number } }) => loadSubmission(db, params.id)

export const routes = (api: Api): void => {
  api.handle(recommendApi.listUnitPromises, {
    load,
    allow: canSeeSubmission,
    act: async ({ actor, db, loaded }) => ({
      items: await promisesOf(db, loaded.plan, { submissionId: loaded.id }),
      permissions: { keep: canFillSubmission(actor, loaded) && loaded.campaignState === 'running' },
    }),
  })
  api.handle(recommendApi.listPromises, {
    load: ({ db, params }) => loadCampaign(db, params.id),
    allow: seesCampaign,
    act: async ({ db, loaded }) => ({ items: await promisesOf(db, loaded.plan, { campaignId: loaded.id }) }),
  })
  api.handle(recommendApi.keepPromise, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, body }) => ({ left: await keepPromise(db, actor, loaded, body) }),
  })
}
