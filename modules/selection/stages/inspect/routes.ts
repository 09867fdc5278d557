import type { Api } from '#kernel/access/index.ts'
import { loadCandidate, loadRun, loadUnit, mayInspect, mayReturn, seesInspections } from './load.ts'
import { presentInspections } from './present.ts'
import { returnInspection } from './return.ts'
import * as inspectApi from './shared/api.ts'
import { giveReason, handIn, saveInspection, saveReport } from './write.ts'

const done = { ok: true as const }

export const inspectRoutes = (api: Api): void => {
  api.handle(inspectApi.listInspections, {
    load: loadRun,
    allow: seesInspections,
    act: ({ actor, db, loaded }) => presentInspections(db, actor, loaded),
  })
  api.handle(inspectApi.saveInspection, {
    load: loadCandidate,
    allow: mayInspect,
    act: async ({ actor, db, loaded, body }) => {
      await saveInspection(db, actor, loaded, body)
      return done
    },
  })
  api.handle(inspectApi.giveReason, {
    load: loadCandidate,
    allow: mayInspect,
    act: async ({ actor, db, loaded, body }) => {
      await giveReason(db, actor, loaded, body)
      return done
    },
  })
  api.handle(inspectApi.saveReport, {
    load: loadUnit,
    allow: mayInspect,
    act: async ({ actor, db, loaded, body }) => {
      await saveReport(db, actor, loaded, body)
      return done
    },
  })
  api.handle(inspectApi.returnInspection, {
    load: loadUnit,
    allow: mayReturn,
    act: async ({ actor, db, loaded, body }) => {
      await returnInspection(db, actor, loaded, body.comment)
      return done
    },
  })
  api.handle(inspectApi.handIn, {
    load: loadUnit,
    allow: mayInspect,
    act: async ({ actor, db, loaded }) => ({ findings: await handIn(db, actor, loaded) }),
  })
}
