import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const publicise: StageKind = { kind: 'publicise', obstacles: undecided }
