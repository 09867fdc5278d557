import { type Actor, type Api, tasksOf } from '#kernel/access/index.ts'
import { signedIn } from '#platform/http/index.ts'
import { loadCampaign, loadStageRun, type StageRun } from '../load.ts'
import { listNominations } from '../nomination/list.ts'
import { canRunCampaign, seesCampaign } from '../permissions.ts'
import { campaignsApi, settingsApi } from '../shared/index.ts'
import { stageKinds } from '../stages/index.ts'
import '../tasks.ts'
import { closeStage } from './advance.ts'
import { judge, poolOf } from './pool.ts'
import { listCampaigns, presentCampaign, targetsOf } from './queries.ts'
import { presentSettings, saveSettings } from './settings.ts'
import { listUnits } from './unit-list.ts'

const seesStage = (actor: Actor, { campaign }: StageRun) => seesCampaign(actor, campaign)
const runsStage = (actor: Actor, { campaign }: StageRun) => canRunCampaign(actor, campaign)

type ById = { db: Parameters<typeof loadCampaign>[0]; params: { id: number } }
const load = ({ db, params }: ById) => loadCampaign(db, params.id)
const loadStage = ({ db, params }: ById & { params: { stage: string } }) => loadStageRun(db, params.id, params.stage)

export const campaignRoutes = (api: Api): void => {
  listRoutes(api)
  settingRoutes(api)
  stageRoutes(api)
}

const listRoutes = (api: Api) => {
  api.handle(campaignsApi.listCampaigns, {
    allow: signedIn,
    act: async ({ actor, db }) => ({ campaigns: await listCampaigns(db, actor) }),
  })
  api.handle(campaignsApi.myWork, {
    allow: signedIn,
    act: async ({ actor, db }) => ({ tasks: await tasksOf(db, actor) }),
  })
  api.handle(campaignsApi.getCampaign, {
    load,
    allow: seesCampaign,
    act: ({ actor, db, loaded }) => presentCampaign(db, actor, loaded),
  })
  api.handle(campaignsApi.listUnits, {
    load,
    allow: seesCampaign,
    act: ({ db, loaded, query }) => listUnits(db, loaded, query),
  })
  api.handle(campaignsApi.listNominations, {
    load,
    allow: seesCampaign,
    act: ({ db, loaded, query }) => listNominations(db, loaded.id, query),
  })
}

const settingRoutes = (api: Api) => {
  api.handle(settingsApi.getSettings, {
    load,
    allow: seesCampaign,
    act: ({ actor, db, loaded }) => presentSettings(db, actor, loaded),
  })
  api.handle(settingsApi.saveSettings, {
    load,
    allow: canRunCampaign,
    act: async ({ actor, db, loaded, body }) => {
      await saveSettings(db, actor, loaded, body.settings)
      return { ok: true as const }
    },
  })
}

const stageRoutes = (api: Api) => {
  api.handle(campaignsApi.getStage, {
    load: loadStage,
    allow: seesStage,
    act: async ({ actor, db, loaded: run }) => ({
      ...run,
      title: run.stage.title,
      kind: run.stage.kind,
      within: run.stage.within ?? null,
      state: run.runState,
      does: run.stage.does ?? null,
      clause: run.stage.clause ?? null,
      settings: run.stage,
      targets: targetsOf(run.campaign.plan, run.stage),
      categories: run.campaign.plan.categories.map(({ key, name }) => ({ key, name })),
      pool: await poolOf(db, run.id),
      obstacles: run.runState === 'open' ? await stageKinds[run.stage.kind].obstacles(db, run) : [],
      permissions: { run: runsStage(actor, run) },
    }),
  })
  api.handle(campaignsApi.judgePool, {
    load: loadStage,
    allow: runsStage,
    act: async ({ actor, db, loaded, body }) => {
      await judge(db, actor, loaded, body.judgements)
      return { ok: true as const }
    },
  })
  api.handle(campaignsApi.closeStage, {
    load: loadStage,
    allow: runsStage,
    act: ({ actor, db, loaded }) => closeStage(db, actor, loaded),
  })
  for (const kind of Object.values(stageKinds)) kind.routes?.(api)
}
