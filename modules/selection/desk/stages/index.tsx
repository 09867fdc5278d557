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
  consult: lazy(() => import('./consult/index.tsx')),
  vet: lazy(() => import('./vet/index.tsx')),
}

export const stageComponent = (kind: string): StageComponent => ownComponents[kind] ?? generic
