import type { StageKind } from '../stage.ts'
import { routes } from './routes.ts'
import { tasks } from './tasks.ts'

/** 沟通预审: each unit's own, within the recommendation. Nothing of it binds, so nothing stands in the way of closing. */
export const consult: StageKind = { kind: 'consult', obstacles: async () => [], tasks, routes }
