import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const consult: StageKind = { kind: 'consult', obstacles: undecided }
