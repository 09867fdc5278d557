import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { StageProps } from './stage-props.ts'

export type { StageProps, StageView } from './stage-props.ts'

type StageComponent = LazyExoticComponent<ComponentType<StageProps>>

const generic: StageComponent = lazy(() => import('./generic-stage.tsx'))

/**
 * The component of each kind of stage, loaded when its page opens. A kind's folder is `<kind>/index.tsx` with a default
 * export; kinds without one are shown as their list with outcomes, obstacles and the way to close them.
 */
const ownComponents: Record<string, StageComponent> = {
  shortlist: lazy(() => import('./shortlist/index.tsx')),
  review: lazy(() => import('./review/index.tsx')),
  inspect: lazy(() => import('./inspect/index.tsx')),
  ballot: lazy(() => import('./ballot/index.tsx')),
  commend: lazy(() => import('./commend/index.tsx')),
  decide: lazy(() => import('./decide/index.tsx')),
  publicise: lazy(() => import('./publicise/index.tsx')),
  consult: lazy(() => import('./consult/index.tsx')),
  vet: lazy(() => import('./vet/index.tsx')),
}

export const stageComponent = (kind: string): StageComponent => ownComponents[kind] ?? generic
