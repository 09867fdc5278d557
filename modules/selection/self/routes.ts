import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import { type Campaign, loadCampaign, loadSubmission } from '../load.ts'
import { canFillSubmission } from '../permissions.ts'
import { adoptSelf, declineSelf, passSelf } from './decide.ts'
import { dealsWith, loadSelf } from './load.ts'
import { selfHeldBy, unitsToPassTo } from './queries.ts'
import * as selfApi from './shared/api.ts'
import './sweep.ts'

const done = { ok: true as const }
const load = ({ db, params }: { db: Db; params: { id: number } }) => loadSelf(db, params.id)

const isOrganisersClerk = (actor: Actor, campaign: Campaign) =>
  hasRole(actor, 'organiser') && actor.unitPath === campaign.organiserPath

/** What the public sends, at the desk of whoever deals with it. */
export const selfRoutes = (api: Api): void => {
  api.handle(selfApi.listOfUnit, {
    load: ({ db, params }) => loadSubmission(db, params.id),
    allow: canFillSubmission,
    act: async ({ db, loaded, query }) => ({
      campaignTitle: loaded.title,
      unitName: loaded.unitName,
      ...(await selfHeldBy(db, { ...loaded, submissionId: loaded.id }, query.after)),
    }),
  })
  api.handle(selfApi.listOfOrganiser, {
    load: ({ db, params }) => loadCampaign(db, params.id),
    allow: isOrganisersClerk,
    act: async ({ db, loaded, query }) => ({
      campaignTitle: loaded.title,
      ...(await selfHeldBy(db, { campaignId: loaded.id, submissionId: null, plan: loaded.plan }, query.after)),
      units: await unitsToPassTo(db, loaded),
    }),
  })
  api.handle(selfApi.adopt, {
    load,
    allow: dealsWith,
    act: async ({ actor, db, loaded }) => ({ nominationId: await adoptSelf(db, actor, loaded) }),
  })
  api.handle(selfApi.decline, {
    load,
    allow: dealsWith,
    act: async ({ actor, db, loaded, body }) => {
      await declineSelf(db, actor, loaded, body.reason)
      return done
    },
  })
  api.handle(selfApi.pass, {
    load,
    allow: dealsWith,
    act: async ({ actor, db, loaded, body }) => {
      await passSelf(db, actor, loaded, body.submissionId)
      return done
    },
  })
}
