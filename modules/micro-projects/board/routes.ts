import type { Api } from '#kernel/access/index.ts'
import { usesMicro } from '../permissions.ts'
import { boardApi } from '../shared/index.ts'
import { boardFor } from './board.ts'

/** The wall display of a sub-district, and of a village its own. */
export const boardRoutes = (api: Api): void => {
  api.handle(boardApi.getBoard, { allow: usesMicro, act: ({ db, actor }) => boardFor(db, actor) })
}
