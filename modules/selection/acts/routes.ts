import type { Actor, Api } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import { loadStageRun, type StageRun } from '../load.ts'
import { canRunCampaign, leads, organises } from '../permissions.ts'
import { actsApi } from '../shared/index.ts'
import { add, remove, succeed } from './acts.ts'
import { move, previewMove } from './move.ts'
import { bringNewcomer, newcomerForm } from './newcomer.ts'
import { settleOwed } from './owed.ts'
import { presentActs } from './queries.ts'
import { undo } from './undo.ts'

type At = { db: Db; params: { id: number; stage: string } }
const load = ({ db, params }: At) => loadStageRun(db, params.id, params.stage)
const sees = (actor: Actor, { campaign }: StageRun) => organises(actor, campaign) || leads(actor, campaign)
const runs = (actor: Actor, { campaign }: StageRun) => canRunCampaign(actor, campaign)

/** 递补、增补、调整类别、撤下: named acts with reason and basis, and the counter-act to each. */
export const actRoutes = (api: Api): void => {
  api.handle(actsApi.listActs, { load, allow: sees, act: ({ db, loaded }) => presentActs(db, loaded) })
  api.handle(actsApi.succeed, {
    load,
    allow: runs,
    act: ({ actor, db, loaded, body }) => succeed(db, actor, loaded, body),
  })
  api.handle(actsApi.add, { load, allow: runs, act: ({ actor, db, loaded, body }) => add(db, actor, loaded, body) })
  api.handle(actsApi.getNewcomerForm, {
    load,
    allow: runs,
    act: ({ db, loaded, query }) => newcomerForm(db, loaded, query),
  })
  api.handle(actsApi.bringNewcomer, {
    load,
    allow: runs,
    act: ({ actor, db, loaded, body }) => bringNewcomer(db, actor, loaded, body),
  })
  api.handle(actsApi.previewMove, {
    load,
    allow: runs,
    act: ({ db, loaded, query }) => previewMove(db, loaded, query.nominationId, query.toCategory),
  })
  api.handle(actsApi.move, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => ({ id: await move(db, actor, loaded, body) }),
  })
  api.handle(actsApi.remove, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => ({ id: await remove(db, actor, loaded, body) }),
  })
  api.handle(actsApi.undo, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, params, body }) => ({ id: await undo(db, actor, loaded, params.actId, body) }),
  })
  api.handle(actsApi.settleOwed, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => {
      await settleOwed(db, actor, loaded, body)
      return { ok: true as const }
    },
  })
}
