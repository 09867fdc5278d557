import type { Api } from '#kernel/access/index.ts'
import { loadCampaign } from '../load.ts'
import { canRunCampaign } from '../permissions.ts'
import { urgingApi } from '../shared/index.ts'
import { contactsForUrging, urgeUnits } from './urge.ts'

const load = ({ db, params }: { db: Parameters<typeof loadCampaign>[0]; params: { id: number } }) =>
  loadCampaign(db, params.id)

/** 催报: only for whoever runs the campaign. */
export const urgingRoutes = (api: Api): void => {
  api.handle(urgingApi.listContacts, {
    load,
    allow: canRunCampaign,
    act: async ({ actor, db, loaded, body }) => ({
      contacts: await contactsForUrging(db, actor, loaded, body.submissionIds),
    }),
  })
  api.handle(urgingApi.urgeUnits, {
    load,
    allow: canRunCampaign,
    act: ({ actor, db, loaded, body }) => urgeUnits(db, actor, loaded, body),
  })
}
