import type { Actor, Api } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { loadCampaign, loadStageRun } from '../load.ts'
import { writtenReasons } from '../nomination/reasons-list.ts'
import { seesCampaign } from '../permissions.ts'
import { overviewApi } from '../shared/index.ts'
import { nominationSheet, poolSheet, reasonSheet, unitSheet } from './export.ts'
import { progressOf } from './progress.ts'

const load = ({ db, params }: { db: Db; params: { id: number } }) => loadCampaign(db, params.id)

/** The overview's figures and its lists as workbooks. */
export const overviewRoutes = (api: Api): void => {
  api.handle(overviewApi.getProgress, {
    load,
    allow: seesCampaign,
    act: ({ db, loaded }) => progressOf(db, loaded),
  })
  api.handle(overviewApi.listReasons, {
    load,
    allow: seesCampaign,
    act: async ({ db, loaded }) => ({ reasons: await writtenReasons(db, loaded) }),
  })
  api.handle(overviewApi.exportReasons, {
    load,
    allow: seesCampaign,
    act: async ({ actor, db, loaded }) => {
      const file = await reasonSheet(db, loaded)
      await noteList(db, actor, loaded.id, { list: 'reasons' })
      return excelResponse(file, `${loaded.shortTitle}情况说明.xlsx`)
    },
  })
  api.handle(overviewApi.exportNominations, {
    load,
    allow: seesCampaign,
    act: async ({ actor, db, loaded, query }) => {
      const file = await nominationSheet(db, loaded, query)
      await noteList(db, actor, loaded.id, { list: 'nominations', ...query })
      return excelResponse(file, `${loaded.shortTitle}推荐对象名单.xlsx`)
    },
  })
  api.handle(overviewApi.exportUnits, {
    load,
    allow: seesCampaign,
    act: async ({ actor, db, loaded, query }) => {
      const file = await unitSheet(db, loaded, query)
      await noteList(db, actor, loaded.id, { list: 'units', ...query })
      return excelResponse(file, `${loaded.shortTitle}各单位进度.xlsx`)
    },
  })
  poolRoute(api)
}

const poolRoute = (api: Api) =>
  api.handle(overviewApi.exportPool, {
    load: ({ db, params }) => loadStageRun(db, params.id, params.stage),
    allow: (actor, { campaign }) => seesCampaign(actor, campaign),
    act: async ({ actor, db, loaded: run }) => {
      const file = await poolSheet(db, run)
      await noteList(db, actor, run.campaign.id, { list: 'pool', stage: run.stage.key })
      return excelResponse(file, `${run.campaign.shortTitle}${run.stage.title}名单.xlsx`)
    },
  })

/** Which list was taken out, and how it was cut. */
const noteList = (db: Db, actor: Actor, campaignId: number, detail: Record<string, unknown>) =>
  recordTaking(db, actor, {
    action: 'selection.campaign.export',
    subjectKind: 'campaign',
    subjectId: campaignId,
    detail,
  })
