import type { Actor, Api } from '#kernel/access/index.ts'
import { loadStageRun, type StageRun } from '../../load.ts'
import { seesCampaign } from '../../permissions.ts'
import { consultApi } from '../../shared/index.ts'
import { remarkConsultation, sendConsultation } from './consult.ts'
import { loadConsulting } from './load.ts'
import { remarks, seesConsultation, sends } from './permissions.ts'
import { listConsultations, presentConsultation } from './present.ts'

type Db = Parameters<typeof loadConsulting>[0]
const load = ({ db, params }: { db: Db; params: { id: number; stage: string } }) => loadConsulting(db, params)
const seesAll = (actor: Actor, { campaign }: StageRun) => seesCampaign(actor, campaign)

export const routes = (api: Api): void => {
  api.handle(consultApi.getConsultation, {
    load,
    allow: seesConsultation,
    act: ({ actor, db, loaded }) => presentConsultation(db, actor, loaded),
  })
  api.handle(consultApi.sendConsultation, {
    load,
    allow: sends,
    act: ({ actor, db, loaded, body }) => sendConsultation(db, actor, loaded, body.note),
  })
  api.handle(consultApi.remarkConsultation, {
    load,
    allow: remarks,
    act: async ({ actor, db, loaded, body }) => {
      await remarkConsultation(db, actor, loaded, body.remarks)
      return { ok: true as const }
    },
  })
  api.handle(consultApi.listConsultations, {
    load: async ({ db, params }) => {
      const run = await loadStageRun(db, params.id, params.stage)
      return run?.stage.kind === 'consult' ? run : null
    },
    allow: seesAll,
    act: ({ db, loaded }) => listConsultations(db, loaded),
  })
}
