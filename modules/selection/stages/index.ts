import type { PlanStageKind } from '../shared/index.ts'
import { ballot } from './ballot/index.ts'
import { commend } from './commend/index.ts'
import { consult } from './consult/index.ts'
import { decide } from './decide/index.ts'
import { inspect } from './inspect/index.ts'
import { publicise } from './publicise/index.ts'
import { recommend } from './recommend/index.ts'
import { review } from './review/index.ts'
import { shortlist } from './shortlist/index.ts'
import type { StageKind } from './stage.ts'
import { vet } from './vet/index.ts'

export type { Obstacle, StageKind, Task } from './stage.ts'

/** Every kind of stage that a plan can name. */
export const stageKinds: Record<PlanStageKind, StageKind> = {
  recommend,
  consult,
  vet,
  review,
  shortlist,
  ballot,
  inspect,
  publicise,
  decide,
  commend,
}
