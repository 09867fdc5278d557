import type { Api } from '#kernel/access/index.ts'
import { loadCampaign, loadNomination } from '../load.ts'
import { organises } from '../permissions.ts'
import { similarApi } from '../shared/index.ts'
import { compareTexts, similarPairs } from './similar.ts'

/** 查重: for the organising office only, which may read both sides. */
export const similarRoutes = (api: Api): void => {
  api.handle(similarApi.listSimilar, {
    load: ({ db, params }) => loadCampaign(db, params.id),
    allow: organises,
    act: ({ db, loaded, query }) => similarPairs(db, loaded, query.nominationId),
  })
  api.handle(similarApi.compareArticles, {
    load: ({ db, params }) => loadNomination(db, params.id),
    allow: organises,
    act: ({ db, loaded, params, query }) =>
      compareTexts(db, loaded, params.otherId, [query.material, query.otherMaterial]),
  })
}
