import type { Api } from '#kernel/access/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import { loadCampaign } from '../load.ts'
import { writtenReasons } from '../nomination/reasons-list.ts'
import { seesCampaign } from '../permissions.ts'
import { overviewApi } from '../shared/index.ts'
import { nominationSheet, unitSheet } from './export.ts'
import { progressOf } from './progress.ts'

const load = ({ db, params }: { db: Parameters<typeof loadCampaign>[0]; params: { id: number } }) =>
  loadCampaign(db, params.id)

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
  api.handle(overviewApi.exportNominations, {
    load,
    allow: seesCampaign,
    act: async ({ db, loaded, query }) =>
      excelResponse(await nominationSheet(db, loaded, query), `${loaded.shortTitle}推荐对象名单.xlsx`),
  })
  api.handle(overviewApi.exportUnits, {
    load,
    allow: seesCampaign,
    act: async ({ db, loaded, query }) =>
      excelResponse(await unitSheet(db, loaded, query), `${loaded.shortTitle}各单位进度.xlsx`),
  })
}
